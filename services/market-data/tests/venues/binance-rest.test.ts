import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BinanceRest } from '../../src/venues/binance/rest.ts';
import { type RestVenue, silent, skippingClock, startRestVenue } from './rest-venue.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 20, 12, 0, 30);

let server: RestVenue;
let rest: BinanceRest;
let slept: number[];

beforeEach(async () => {
  server = await startRestVenue();
  const skipping = skippingClock(NOW);
  slept = skipping.slept;
  const { clock } = skipping;
  rest = new BinanceRest({ origin: server.venue.restOrigin, clock, logger: silent });
});
afterEach(() => server.stop());

const number = (url: URL, name: string): number => Number(url.searchParams.get(name) ?? NaN);

describe('products of Binance', () => {
  const symbols = [
    { symbol: 'BTCUSDT', status: 'TRADING' },
    { symbol: '币安人生USDT', status: 'TRADING' },
    { symbol: 'OLDUSDT', status: 'BREAK' },
  ];
  const limit = { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 60 };

  it('are those that trade now', async () => {
    server.handle = () => ({ body: { rateLimits: [limit], symbols } });
    expect(await rest.products()).toEqual(new Set(['BTCUSDT', '币安人生USDT']));
  });

  it('bring the weight limit that is kept from then on', async () => {
    server.handle = (url) =>
      url.pathname.endsWith('klines') ? { body: [] } : { body: { rateLimits: [limit], symbols } };
    await rest.products();
    // 0.8 × 60 a minute and 6 at once: a request of weight 2 every 2.5 s once the burst is spent
    for (let i = 0; i < 12; i += 1) await rest.candles('BTCUSDT', '1m', 0, MINUTE);
    const waited = slept.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(20_000);
    expect(waited).toBeLessThan(27_500);
  });
});

describe('candles of Binance', () => {
  const opened = Math.floor(NOW / MINUTE) * MINUTE;
  /** A bar; every 100th has no trade. */
  const row = (time: number) => {
    const trades = (time / MINUTE) % 100 === 0 ? 0 : 3;
    const volume = trades ? '1.50000000' : '0.00000000';
    const prices = ['10.10', '10.40', '10.00', '10.20'];
    return [time, ...prices, volume, time + MINUTE - 1, '15.15000000', trades, '0', '0', '0'];
  };

  beforeEach(() => {
    server.handle = (url) => {
      const first = Math.ceil(number(url, 'startTime') / MINUTE) * MINUTE;
      const last = Math.min(number(url, 'endTime'), NOW);
      const rows: unknown[] = [];
      for (let time = first; time <= last && rows.length < number(url, 'limit'); time += MINUTE) {
        rows.push(row(time));
      }
      return { body: rows };
    };
  });

  it('are read page by page, without bars that saw no trade', async () => {
    const from = opened - 2500 * MINUTE;
    const candles = await rest.candles('BTCUSDT', '1m', from, opened);
    expect(server.asked).toHaveLength(3);
    expect(candles).toHaveLength(2475);
    expect(candles[0]?.time).toBe(from % (100 * MINUTE) === 0 ? from + MINUTE : from);
    expect(candles.every((one, i) => i === 0 || one.time > (candles[i - 1]?.time ?? 0))).toBe(true);
    expect(candles[0]).toMatchObject({ open: '10.10', quoteVolume: '15.15000000', trades: 3 });
  });

  it('never hold the bar that is still open', async () => {
    const candles = await rest.candles('BTCUSDT', '1m', opened - 2 * MINUTE, NOW + MINUTE);
    expect(candles.at(-1)?.time).toBe(opened - MINUTE);
  });

  it('leave the end of the range out', async () => {
    const to = opened - 5 * MINUTE;
    const candles = await rest.candles('BTCUSDT', '1m', to - 3 * MINUTE, to);
    expect(candles.at(-1)?.time).toBe(to - MINUTE);
  });

  it('that fill more than 100 pages are refused', async () => {
    const from = opened - 150_000 * MINUTE;
    await expect(rest.candles('BTCUSDT', '1m', from, opened)).rejects.toMatchObject({
      kind: 'too_long',
    });
  });
});

describe('trades of Binance', () => {
  const newest = 5_000;
  const timeOf = (id: number): number => NOW - (newest - id) * 10;
  const row = (id: number) => {
    return { a: id, p: '10.5', q: '0.1', f: id * 2, l: id * 2 + 1, T: timeOf(id), m: id % 2 === 0 };
  };

  beforeEach(() => {
    server.handle = (url) => {
      const since = number(url, 'startTime');
      const byTime = newest - Math.floor((NOW - since) / 10);
      const from = Number.isNaN(since) ? number(url, 'fromId') : byTime;
      const length = Math.min(number(url, 'limit'), newest - from + 1);
      return { body: Array.from({ length: Math.max(0, length) }, (_, i) => row(from + i)) };
    };
  });

  const ids = (trades: { trade_id: number }[]) => trades.map((trade) => trade.trade_id);
  const range = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i);

  it('by id are those of the range, both ends in it', async () => {
    const trades = await rest.tradesById('BTCUSDT', 1200, 3400);
    expect(ids(trades)).toEqual(range(1200, 3400));
    expect(server.asked).toHaveLength(3);
    expect(trades[0]).toEqual({
      exchange: 'binance',
      product: 'BTCUSDT',
      trade_id: 1200,
      price: '10.5',
      size: '0.1',
      time: timeOf(1200),
      side: 'sell',
      trades: 2,
      first_id: 2400,
    });
  });

  it('by id without an end go on to the newest', async () => {
    expect(ids(await rest.tradesById('BTCUSDT', 3900, Infinity))).toEqual(range(3900, newest));
  });

  it('that the venue does not have yet are an empty answer', async () => {
    expect(await rest.tradesById('BTCUSDT', newest + 1, newest + 9)).toEqual([]);
  });

  it('since a moment stop below the id that is known', async () => {
    const trades = await rest.tradesSince('BTCUSDT', timeOf(1500), 4200);
    expect(ids(trades)).toEqual(range(1500, 4199));
    expect(ids(await rest.tradesSince('BTCUSDT', timeOf(4990), Infinity))).toEqual(
      range(4990, newest),
    );
  });

  it.each([
    ['an id beyond 2^53', { ...row(5), a: 2 ** 53 + 2 }],
    ['a price of zero', { ...row(5), p: '0.0' }],
    ['a time of zero', { ...row(5), T: 0 }],
    ['a missing size', { ...row(5), q: undefined }],
  ])('with %s are a bad answer', async (_what, bad) => {
    server.handle = () => ({ body: [bad] });
    await expect(rest.tradesById('BTCUSDT', 5, 5)).rejects.toMatchObject({ kind: 'bad_answer' });
  });
});

describe('what Binance refuses', () => {
  beforeEach(() => {
    server.handle = () => ({ body: [] });
  });
  const ask = () => rest.candles('BTCUSDT', '1m', 0, MINUTE);

  it('with 429 is asked again after Retry-After, and everyone waits', async () => {
    server.failures.push({ status: 429, headers: { 'Retry-After': '7' }, body: { code: -1003 } });
    await ask();
    expect(server.asked).toHaveLength(2);
    expect(slept).toContain(7000);
  });

  it('with 418 for long is a ban, and no request goes out while it lasts', async () => {
    server.failures.push({ status: 418, headers: { 'Retry-After': '3600' } });
    const banned = { name: 'VenueRestError', kind: 'banned', retryAfterMs: 3_600_000 };
    await expect(ask()).rejects.toMatchObject(banned);
    await expect(ask()).rejects.toMatchObject({ kind: 'banned' });
    expect(server.asked).toHaveLength(1);
  });

  it.each([451, 403])('with %d is a block that names the market-data host', async (status) => {
    server.failures.push({ status });
    await expect(ask()).rejects.toMatchObject({
      kind: 'blocked',
      message: expect.stringContaining('https://data-api.binance.vision') as string,
    });
    expect(server.asked).toHaveLength(1);
  });

  it("with 400 carries the venue's text and is not repeated", async () => {
    server.failures.push({ status: 400, body: { code: -1121, msg: 'Invalid symbol.' } });
    await expect(ask()).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('Invalid symbol.') as string,
    });
    expect(server.asked).toHaveLength(1);
  });

  it('with 5xx is repeated three times at most', async () => {
    server.failures.push({ status: 503 }, { status: 502 }, { status: 500 });
    await ask();
    expect(server.asked).toHaveLength(4);
    server.failures.push(...Array.from({ length: 4 }, () => ({ status: 500 })));
    await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(server.asked).toHaveLength(8);
  });

  it.each([
    ['text', 'hello'],
    ['an object', { klines: [] }],
    ['rows that are too short', [[1, '1']]],
    ['a price as a number', [[0, 1, '1', '1', '1', '1', 59_999, '1', 1, '0', '0', '0']]],
  ])('with %s is a bad answer', async (_what, body) => {
    server.handle = () => ({ body });
    await expect(ask()).rejects.toMatchObject({ kind: 'bad_answer' });
  });

  it('near the weight limit waits for the next minute', async () => {
    server.failures.push({ body: [], headers: { 'X-MBX-USED-WEIGHT-1M': '5500' } });
    await ask();
    await ask();
    expect(slept).toEqual([30_000]);
  });

  it('by not answering is unavailable, and an abort ends the wait', async () => {
    server.venue.onRequest = () => undefined;
    const { clock } = skippingClock(NOW);
    const impatient = new BinanceRest({
      origin: server.venue.restOrigin,
      clock,
      logger: silent,
      timeoutMs: 20,
    });
    await expect(impatient.products()).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('no answer within 20 ms') as string,
    });
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('stopping')), 20);
    await expect(rest.products(abort.signal)).rejects.toThrow('stopping');
  });

  it('by not being there is unavailable and says why', async () => {
    const { restOrigin } = server.venue;
    await server.stop();
    const { clock } = skippingClock(NOW);
    const lost = new BinanceRest({ origin: restOrigin, clock, logger: silent });
    await expect(lost.products()).rejects.toThrow(/ECONNREFUSED/);
  });
});
