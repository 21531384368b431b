import type { TestClock } from '@tidemark/clock/test-clock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExchangeSim } from '../src/exchange-sim.ts';
import { START, startSmallMarket } from './support/small-market.ts';
import { get, subscription, VenueClient } from './support/venue-client.ts';

const MINUTE = 60_000;
type AggTrade = Record<'a' | 'f' | 'l' | 'T', number>;

let sim: ExchangeSim;
let clock: TestClock;

beforeEach(async () => {
  ({ sim, clock } = await startSmallMarket());
});
afterEach(() => sim.stop());

function binance(): Promise<VenueClient> {
  return VenueClient.open(`${sim.urls.binanceWs}/ws/btcusdt@aggTrade`);
}

/** BTCUSDT's trades since the start, as the venue tells them. */
function told() {
  return sim.tape.trades('binance', 'BTCUSDT', START + 1, START + 10 * MINUTE);
}

/** What the client heard, once it is as much as the tape has. */
async function heard(client: VenueClient): Promise<AggTrade[]> {
  await client.until(() => client.of('aggTrade').length >= told().length);
  return client.of('aggTrade') as unknown as AggTrade[];
}

async function aggTrades(query: string): Promise<AggTrade[]> {
  const url = `${sim.urls.binanceRest}/api/v3/aggTrades?symbol=BTCUSDT&limit=1000&${query}`;
  return (await get(url)).body as AggTrade[];
}

function dateOf({ headers }: { headers: Headers }): number {
  return Date.parse(headers.get('date') ?? '');
}

describe('a clock that is wrong', () => {
  test('shows in answers, frames, heartbeats and candles alike', async () => {
    sim.control.clockOffset({ venue: 'binance', ms: 90_000 });
    sim.control.clockOffset({ venue: 'coinbase', ms: -30_000 });
    const client = await binance();
    const coinbase = await VenueClient.open(sim.urls.coinbaseWs);
    coinbase.send(subscription(['heartbeat'], ['BTC-USD']));
    await clock.advance(2 * MINUTE);
    const now = START + 2 * MINUTE;
    const time = await get(`${sim.urls.binanceRest}/api/v3/time`);
    expect(time.body).toEqual({ serverTime: now + 90_000 });
    expect(dateOf(time)).toBe(now + 90_000);
    expect(dateOf(await get(`${sim.urls.coinbaseRest}/time`))).toBe(now - 30_000);
    const trades = await heard(client);
    expect(trades.every(({ T }) => T > START + 90_000)).toBe(true);
    await coinbase.until(() => coinbase.of('heartbeat').length >= 100);
    const beat = Date.parse(String(coinbase.of('heartbeat').at(-1)?.['time']));
    expect(Math.abs(beat - now + 30_000)).toBeLessThan(1_500);
    const minute = Math.floor((START + 90_000) / MINUTE) * MINUTE + MINUTE;
    const url = `${sim.urls.binanceRest}/api/v3/klines?symbol=BTCUSDT&interval=1m`;
    const { body } = await get(`${url}&startTime=${minute}&endTime=${minute}`);
    const inside = trades.filter(({ T }) => T >= minute && T < minute + MINUTE);
    expect((body as unknown[][])[0]?.[8]).toBe(inside.reduce((n, { f, l }) => n + l - f + 1, 0));
  });

  test('that is set back leaves what was told, and ids go on', async () => {
    const client = await binance();
    await clock.advance(MINUTE);
    const before = told();
    sim.control.clockOffset({ venue: 'binance', ms: -40_000 });
    await clock.advance(MINUTE);
    const trades = await heard(client);
    expect(trades.map(({ a }) => a)).toEqual(trades.map((_, i) => (before[0]?.id ?? 0) + i));
    expect(trades[before.length]?.T).toBeLessThan(before.at(-1)?.time ?? 0);
    expect((await aggTrades(`fromId=${before[0]?.id}`)).map(({ T }) => T)).toEqual(
      trades.map(({ T }) => T),
    );
  });
});

describe('ids', () => {
  test('that begin again are low, and REST knows no trade from before', async () => {
    const client = await binance();
    await clock.advance(5_000);
    const before = told();
    sim.control.resetIds({ venue: 'binance', product: 'BTCUSDT' });
    await clock.advance(10_000);
    const after = told();
    await client.until(() => client.of('aggTrade').length >= before.length + after.length);
    const ids = after.map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, i) => i + 1));
    expect(client.of('aggTrade').map(({ a }) => a)).toEqual([
      ...before.map(({ id }) => id),
      ...ids,
    ]);
    expect((await aggTrades('fromId=0')).map(({ a }) => a)).toEqual(ids);
    expect(await aggTrades(`fromId=${before[0]?.id}`)).toEqual([]);
    expect((await aggTrades(`startTime=${START}`)).map(({ a }) => a)).toEqual(ids);
  });

  test('that jump leave a hole that REST does not have either', async () => {
    const client = await binance();
    await clock.advance(5_000);
    const before = told();
    sim.control.jumpIds({ venue: 'binance', by: 500 });
    await clock.advance(5_000);
    const trades = await heard(client);
    const at = before.length;
    expect(trades[at]?.a).toBe((before.at(-1)?.id ?? 0) + 501);
    const rows = await aggTrades(`fromId=${(before.at(-1)?.id ?? 0) + 1}`);
    expect(rows.map(({ a }) => a)).toEqual(trades.slice(at).map(({ a }) => a));
  });

  test('that are repeated belong to different trades, and go on from there', async () => {
    await clock.advance(5_000);
    const last = told().at(-1)?.id ?? 0;
    sim.control.repeatIds({ venue: 'binance', count: 2 });
    await clock.advance(10_000);
    const rows = await aggTrades(`fromId=${last}`);
    expect(rows.slice(0, 4).map(({ a }) => a)).toEqual([last, last, last, last + 1]);
    expect(new Set(rows.slice(0, 4).map(({ f }) => f)).size).toBe(4);
  });

  test('of a product that is not listed cannot be changed', () => {
    expect(() => sim.control.resetIds({ venue: 'binance', product: 'X' })).toThrow(/not list X/);
  });
});
