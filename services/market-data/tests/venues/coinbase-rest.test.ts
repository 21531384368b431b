import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CoinbaseRest } from '../../src/venues/coinbase/rest.ts';
import { type RestVenue, silent, skippingClock, startRestVenue } from './rest-venue.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 20, 13, 30, 30);

let server: RestVenue;
let rest: CoinbaseRest;
let slept: number[];

beforeEach(async () => {
  server = await startRestVenue();
  const skipping = skippingClock(NOW);
  slept = skipping.slept;
  const { clock } = skipping;
  rest = new CoinbaseRest({ origin: server.venue.restOrigin, clock, logger: silent });
});
afterEach(() => server.stop());

it('products are those that are online', async () => {
  server.handle = () => ({
    body: [
      { id: 'BTC-USD', status: 'online', trading_disabled: false },
      { id: 'OLD-USD', status: 'delisted' },
      { id: 'HALT-USD', status: 'online', trading_disabled: true },
    ],
  });
  expect(await rest.products()).toEqual(new Set(['BTC-USD']));
});

it('requests stay at eight a second after the burst', async () => {
  server.handle = () => ({ body: [] });
  for (let i = 0; i < 25; i += 1) await rest.products();
  const waited = slept.reduce((sum, ms) => sum + ms, 0);
  expect(waited).toBeGreaterThanOrEqual(2_500);
});

describe('candles of Coinbase', () => {
  /** Rows as the venue writes them: newest first, numbers, empty bars left out. */
  beforeEach(() => {
    server.handle = (url) => {
      const step = Number(url.searchParams.get('granularity')) * 1000;
      const start = Date.parse(url.searchParams.get('start') ?? '');
      const end = Date.parse(url.searchParams.get('end') ?? '');
      if ((end - start) / step >= 300) return { status: 400, body: { message: 'too many' } };
      const rows: string[] = [];
      for (let time = start; time <= Math.min(end, NOW); time += step) {
        if ((time / step) % 50 !== 0) rows.unshift(`[${time / 1000},9.50,1.05e1,10,10.250,2e-8]`);
      }
      return { body: `[${rows.join(',')}]` };
    };
  });

  it('are read in pages of 300, oldest first, their digits kept', async () => {
    const to = Math.floor(NOW / MINUTE) * MINUTE;
    const candles = await rest.candles('BTC-USD', '1m', to - 1000 * MINUTE, to);
    expect(server.asked).toHaveLength(4);
    expect(candles).toHaveLength(980);
    expect(candles.every((one, i) => i === 0 || one.time > (candles[i - 1]?.time ?? 0))).toBe(true);
    expect(candles.at(-1)?.time).toBe(to - MINUTE);
    expect(candles[0]).toMatchObject({ low: '9.5', high: '10.5', volume: '0.00000002' });
    expect(candles[0]?.quoteVolume).toBe('0.00000020125');
  });

  it('never hold the bar that is still open', async () => {
    const candles = await rest.candles('BTC-USD', '1h', NOW - 5 * HOUR, NOW + HOUR);
    expect(candles.at(-1)?.time).toBe(Math.floor(NOW / HOUR) * HOUR - HOUR);
  });

  it('that fill more than 100 pages are refused before any is read', async () => {
    const asking = rest.candles('BTC-USD', '1m', NOW - 30_100 * MINUTE, NOW);
    await expect(asking).rejects.toMatchObject({ kind: 'too_long' });
    expect(server.asked).toEqual([]);
  });

  it('with a number that is none are a bad answer', async () => {
    server.handle = () => ({ body: '[[60,1,1,1,-1,1]]' });
    const asking = rest.candles('BTC-USD', '1m', 0, MINUTE);
    await expect(asking).rejects.toMatchObject({ kind: 'bad_answer' });
  });
});

describe('trades of Coinbase', () => {
  const newest = 4_000;
  const timeOf = (id: number): number => NOW - (newest - id) * 100;
  const row = (id: number) => ({
    time: new Date(timeOf(id)).toISOString().replace('Z', '999Z'),
    trade_id: id,
    price: '10.5',
    size: '0.1',
    side: id % 2 === 0 ? 'buy' : 'sell',
  });

  beforeEach(() => {
    server.handle = (url) => {
      const after = Number(url.searchParams.get('after') ?? newest + 1);
      const limit = Number(url.searchParams.get('limit'));
      const first = Math.min(after - 1, newest);
      const length = Math.max(0, Math.min(limit, first));
      return { body: Array.from({ length }, (_, i) => row(first - i)) };
    };
  });

  const ids = (trades: { trade_id: number }[]) => trades.map((trade) => trade.trade_id);
  const range = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i);

  it("by id are those of the range, on the taker's side", async () => {
    const trades = await rest.tradesById('BTC-USD', 1500, 3700);
    expect(ids(trades)).toEqual(range(1500, 3700));
    expect(server.asked).toHaveLength(3);
    expect(trades[0]).toMatchObject({ time: timeOf(1500), side: 'sell', trades: 1 });
  });

  it('by id without an end start at the newest', async () => {
    expect(ids(await rest.tradesById('BTC-USD', 3990, Infinity))).toEqual(range(3990, newest));
    expect(server.asked[0]).not.toContain('after');
  });

  it('go back to the very first', async () => {
    expect(ids(await rest.tradesById('BTC-USD', 0, 1100))).toEqual(range(1, 1100));
  });

  it('since a moment stop below the id that is known', async () => {
    const trades = await rest.tradesSince('BTC-USD', timeOf(1200), 3500);
    expect(ids(trades)).toEqual(range(1200, 3499));
  });

  it('that are too far back are refused after 100 pages', async () => {
    server.handle = (url) => {
      const after = Number(url.searchParams.get('after') ?? 10_000_000);
      return { body: [{ ...row(1), trade_id: after - 1 }] };
    };
    const asking = rest.tradesById('BTC-USD', 1, 9_000_000);
    await expect(asking).rejects.toMatchObject({ kind: 'too_long' });
    expect(server.asked).toHaveLength(100);
  });

  it('of an unknown product are refused, not repeated', async () => {
    server.handle = () => ({ status: 404, body: { message: 'NotFound' } });
    const asking = rest.tradesById('NOPE-USD', 1, 2);
    await expect(asking).rejects.toMatchObject({ kind: 'refused' });
    expect(server.asked).toHaveLength(1);
  });
});
