import type { TestClock } from '@tidemark/clock/test-clock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExchangeSim } from '../src/exchange-sim.ts';
import { START, startSmallMarket } from './support/small-market.ts';
import { get, subscription, VenueClient } from './support/venue-client.ts';

let sim: ExchangeSim;
let clock: TestClock;

beforeEach(async () => {
  ({ sim, clock } = await startSmallMarket());
});
afterEach(() => sim.stop());

function binance(): Promise<VenueClient> {
  return VenueClient.open(`${sim.urls.binanceWs}/ws/btcusdt@aggTrade`);
}

async function coinbase(): Promise<VenueClient> {
  const client = await VenueClient.open(sim.urls.coinbaseWs);
  client.send(subscription(['matches'], ['BTC-USD']));
  await client.until(() => client.of('last_match').length === 1);
  return client;
}

function ids(client: VenueClient): number[] {
  return client.frames.flatMap((frame) => {
    const id = frame['a'] ?? (frame['type'] === 'match' ? frame['trade_id'] : undefined);
    return id === undefined ? [] : [Number(id)];
  });
}

function happened(ms: number): number[] {
  const trades = sim.tape.trades('binance', 'BTCUSDT', START + 1, START + ms + 1);
  return trades.map((trade) => trade.id);
}

describe('trades', () => {
  test('that are skipped are missing on the socket and present in REST', async () => {
    const client = await binance();
    sim.control.skip({ venue: 'binance', product: 'BTCUSDT', count: 3 });
    await clock.advance(10_000);
    const all = happened(10_000);
    await client.until(() => ids(client).length >= all.length - 3);
    expect(ids(client)).toEqual(all.slice(3));
    const url = `${sim.urls.binanceRest}/api/v3/aggTrades?symbol=BTCUSDT&fromId=${all[0]}&limit=3`;
    const { body } = await get(url);
    expect((body as { a: number }[]).map((trade) => trade.a)).toEqual(all.slice(0, 3));
    expect(sim.control.counts('binance').skipped).toBe(3);
  });

  test('that are repeated come twice', async () => {
    const client = await binance();
    sim.control.repeat({ venue: 'binance', count: 2 });
    await clock.advance(10_000);
    const all = happened(10_000);
    await client.until(() => ids(client).length >= all.length + 2);
    expect(ids(client)).toEqual([all[0], all[0], all[1], all[1], ...all.slice(2)]);
  });

  test('that are shuffled all come, out of order', async () => {
    const client = await binance();
    sim.control.shuffle({ venue: 'binance', windowMs: 3000, forMs: 5000 });
    await clock.advance(10_000);
    const all = happened(10_000);
    await client.until(() => ids(client).length >= all.length);
    expect(ids(client)).not.toEqual(all);
    expect(ids(client).sort((a, b) => a - b)).toEqual(all);
  });

  test('of a share are skipped at random until the fault is cleared', async () => {
    const client = await binance();
    sim.control.skip({ venue: 'binance', ratio: 0.5 });
    await clock.advance(10_000);
    sim.control.clear({});
    const cleared = happened(10_000).length;
    await clock.advance(10_000);
    const all = happened(20_000);
    await client.until(() => ids(client).at(-1) === all.at(-1));
    const { skipped } = sim.control.counts('binance');
    expect(skipped).toBeGreaterThan(0);
    expect(skipped).toBeLessThan(cleared);
    expect(ids(client).length).toBe(all.length - skipped);
    expect(ids(client).slice(-(all.length - cleared))).toEqual(all.slice(cleared));
  });
});

describe('the line', () => {
  test('is dropped for every client of the venue, and can be taken up again', async () => {
    const [one, two] = [await binance(), await coinbase()];
    sim.control.dropLine({ venue: 'binance' });
    await one.until(() => one.closed);
    expect(two.closed).toBe(false);
    expect((await binance()).closed).toBe(false);
  });

  test('is refused for a while', async () => {
    sim.control.refuse({ venue: 'binance', ms: 1000 });
    const refused = new VenueClient(`${sim.urls.binanceWs}/ws`);
    await refused.until(() => refused.closed);
    await clock.advance(1000);
    expect((await binance()).closed).toBe(false);
  });

  test('stalls open and silent, and what fell due meanwhile never comes', async () => {
    const client = await coinbase();
    sim.control.stall({ venue: 'coinbase', ms: 10_000 });
    await clock.advance(10_000);
    expect(ids(client)).toEqual([]);
    expect(client.closed).toBe(false);
    await clock.advance(10_000);
    const later = sim.tape.trades('coinbase', 'BTC-USD', START + 10_001, START + 20_001);
    await client.until(() => ids(client).length >= later.length);
    expect(ids(client)).toEqual(later.map((trade) => trade.id));
  });

  test('tells nothing of a product that is silent; REST does not either, and the others go on', async () => {
    const client = await VenueClient.open(sim.urls.coinbaseWs);
    client.send(subscription(['matches', 'ticker', 'heartbeat'], ['USDT-USD', 'BTC-USD']));
    await client.until(() => client.of('subscriptions').length === 1);
    sim.control.silence({ venue: 'coinbase', product: 'USDT-USD', forMs: 10_000 });
    const told = (type: string, product: string) =>
      client.of(type).filter((frame) => frame['product_id'] === product).length;
    await clock.advance(9_500);
    await client.until(() => told('heartbeat', 'BTC-USD') >= 8 && told('match', 'BTC-USD') > 0);
    expect([told('match', 'USDT-USD'), told('ticker', 'USDT-USD')]).toEqual([0, 0]);
    expect(told('heartbeat', 'USDT-USD')).toBe(0);
    const trades = (product: string) => get(`${sim.urls.coinbaseRest}/products/${product}/trades`);
    expect((await trades('USDT-USD')).status).toBe(503);
    expect((await trades('BTC-USD')).status).toBe(200);
    await clock.advance(60_000);
    await client.until(() => told('match', 'USDT-USD') > 0);
    expect((await trades('USDT-USD')).status).toBe(200);
  });

  test('carries broken frames of every kind', async () => {
    const [one, two] = [await binance(), await coinbase()];
    const before = two.texts.length;
    sim.control.malformed({ venue: 'binance', count: 60 });
    sim.control.malformed({ venue: 'coinbase', count: 60 });
    await one.until(() => one.texts.length >= 60);
    await two.until(() => two.texts.length >= before + 60);
    expect(new Set(one.texts).size).toBeGreaterThan(25);
    expect(two.texts.some((text) => text.includes('0001-01-01T00:00:00Z'))).toBe(true);
    expect(two.texts.some((text) => text.includes('0.-10000'))).toBe(true);
  });

  test('is closed after a shutdown was announced', async () => {
    const raw = await binance();
    const combined = await VenueClient.open(`${sim.urls.binanceWs}/stream?streams=x@trade`);
    sim.control.announceShutdown({ venue: 'binance', graceMs: 2000 });
    await raw.until(() => raw.texts.length > 0);
    await combined.until(() => combined.texts.length > 0);
    expect(raw.texts[0]).toBe(`{"e":"serverShutdown","E":${START}}`);
    expect(JSON.parse(combined.texts[0] as string)).toMatchObject({ stream: '!serverShutdown' });
    await clock.advance(2000);
    await raw.until(() => raw.closed);
  });
});

test('a venue that is down takes no connection and answers nothing, until it is cleared', async () => {
  const [open, other] = [await binance(), await coinbase()];
  sim.control.down({ venue: 'binance' });
  await open.until(() => open.closed);
  const ping = () => get(`${sim.urls.binanceRest}/api/v3/ping`);
  await expect(ping()).rejects.toThrow();
  const refused = new VenueClient(`${sim.urls.binanceWs}/ws`);
  await refused.until(() => refused.closed);
  await clock.advance(60_000);
  await expect(ping()).rejects.toThrow();
  expect(other.closed).toBe(false);
  sim.control.clear({ venue: 'binance' });
  expect((await ping()).status).toBe(200);
  expect((await binance()).closed).toBe(false);
});

describe('REST', () => {
  test('answers 429 with the time to wait, as often as told', async () => {
    sim.control.answer429({ venue: 'coinbase', retryAfterS: 7, count: 2 });
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await get(`${sim.urls.coinbaseRest}/time`));
    expect(answers.map((answer) => answer.status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe('7');
  });

  test('answers 451 until cleared, the handshake too', async () => {
    sim.control.answer451({ venue: 'binance' });
    const { status, body } = await get(`${sim.urls.binanceRest}/api/v3/ping`);
    expect(status).toBe(451);
    expect(body).toHaveProperty('msg');
    const refused = new VenueClient(`${sim.urls.binanceWs}/ws`);
    await refused.until(() => refused.closed);
    sim.control.clear({ venue: 'binance' });
    expect((await get(`${sim.urls.binanceRest}/api/v3/ping`)).status).toBe(200);
  });

  test('is down for a while', async () => {
    sim.control.restDown({ venue: 'binance', ms: 1000 });
    await expect(get(`${sim.urls.binanceRest}/api/v3/ping`)).rejects.toThrow();
    await clock.advance(1000);
    expect((await get(`${sim.urls.binanceRest}/api/v3/ping`)).status).toBe(200);
  });

  test('answers late', async () => {
    sim.control.delayRest({ venue: 'binance', delayMs: 500, forMs: 100 });
    let answered = false;
    const pending = clock.pending;
    const answer = get(`${sim.urls.binanceRest}/api/v3/ping`).then(() => (answered = true));
    await expect.poll(() => clock.pending).toBe(pending + 1);
    expect(answered).toBe(false);
    await clock.advance(500);
    await answer;
  });
});

test('faults are done by name, and refused with the reason when they do not fit', () => {
  sim.control.apply('skip', { venue: 'binance', count: 1 });
  expect(() => sim.control.apply('explode', {})).toThrow(/no fault "explode".*dropLine/);
  expect(() => sim.control.apply('skip', { venue: 'kraken' })).toThrow(/skip\/venue/);
  expect(() => sim.control.apply('skip', { venue: 'binance', cuont: 1 })).toThrow(TypeError);
});
