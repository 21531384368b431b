import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExchangeSim } from '../src/exchange-sim.ts';
import { START, startSmallMarket } from './support/small-market.ts';
import { get } from './support/venue-client.ts';

type Kline = [number, string, string, string, string, string, number, string, number, ...string[]];
interface AggTrade {
  a: number;
  p: string;
  T: number;
}

let sim: ExchangeSim;

beforeAll(async () => {
  ({ sim } = await startSmallMarket());
});
afterAll(() => sim.stop());

async function ask<T>(path: string): Promise<T> {
  const { status, body } = await get(`${sim.urls.binanceRest}/api/v3${path}`);
  expect(status).toBe(200);
  return body as T;
}

test('klines are oldest first, end with the open bar and have the documented columns', async () => {
  const rows = await ask<Kline[]>('/klines?symbol=BTCUSDT&interval=1h&limit=3');
  expect(rows.map((row) => row[0])).toEqual([12, 13, 14].map((hour) => Date.UTC(2026, 5, 3, hour)));
  expect(rows[0]).toHaveLength(12);
  expect(rows[0]?.[6]).toBe(Date.UTC(2026, 5, 3, 13) - 1);
  expect(rows[0]?.[1]).toMatch(/^\d+\.\d{8}$/);
});

test.each(['1m', '5m', '15m', '1h', '4h', '1d'] as const)(
  'closed %s klines are the tape',
  async (interval) => {
    const rows = await ask<Kline[]>(`/klines?symbol=PEPEUSDT&interval=${interval}&limit=4`);
    const from = rows[0]?.[0] as number;
    const truth = sim.tape.candles('binance', 'PEPEUSDT', interval, from, START + 1);
    expect(rows.map((row) => row.slice(0, 5))).toEqual(
      truth.map(({ time, open, high, low, close }) => [time, open, high, low, close]),
    );
    expect(rows.map((row) => row[8])).toEqual(truth.map((candle) => candle.raw));
  },
);

test('a thousand rows are the most, from startTime on', async () => {
  const startTime = Date.UTC(2025, 0, 1);
  const rows = await ask<Kline[]>(
    `/klines?symbol=BTCUSDT&interval=1m&startTime=${startTime}&limit=5000`,
  );
  expect(rows).toHaveLength(1000);
  expect(rows[0]?.[0]).toBe(startTime);
});

test('endTime bounds the opens, itself included', async () => {
  const startTime = Date.UTC(2025, 0, 1);
  const query = `startTime=${startTime}&endTime=${startTime + 120_000}`;
  const rows = await ask<Kline[]>(`/klines?symbol=BTCUSDT&interval=1m&${query}`);
  expect(rows.map((row) => row[0])).toEqual([0, 60_000, 120_000].map((ms) => startTime + ms));
});

test('aggTrades are found by id, the first included, and by time', async () => {
  const latest = await ask<AggTrade[]>('/aggTrades?symbol=BTCUSDT&limit=1000');
  expect(latest).toHaveLength(1000);
  const { a: id } = latest[100] as AggTrade;
  const byId = await ask<AggTrade[]>(`/aggTrades?symbol=BTCUSDT&fromId=${id}&limit=5`);
  expect(byId).toEqual(latest.slice(100, 105));
  const [first, last] = [latest[10] as AggTrade, latest[40] as AggTrade];
  const query = `startTime=${first.T}&endTime=${last.T}`;
  const byTime = await ask<AggTrade[]>(`/aggTrades?symbol=BTCUSDT&${query}`);
  expect(byTime.map((trade) => trade.a)).toEqual(latest.slice(10, 41).map((trade) => trade.a));
});

test('ids that are not there yet give nothing', async () => {
  expect(await ask('/aggTrades?symbol=BTCUSDT&fromId=999999999999')).toEqual([]);
});

test('exchangeInfo lists the symbols and the limits', async () => {
  const info = await ask<{ symbols: { symbol: string }[]; rateLimits: unknown[] }>('/exchangeInfo');
  expect(info.symbols.map((entry) => entry.symbol)).toEqual(['BTCUSDT', 'PEPEUSDT']);
  expect(info.rateLimits[0]).toEqual({
    rateLimitType: 'REQUEST_WEIGHT',
    interval: 'MINUTE',
    intervalNum: 1,
    limit: 6000,
  });
});

test('the day ticker is the last 24 hours', async () => {
  const ticker = await ask<Record<string, string>>('/ticker/24hr?symbol=BTCUSDT');
  const all = await ask<unknown[]>('/ticker/24hr');
  expect(all[0]).toEqual(ticker);
  expect(Number(ticker['highPrice'])).toBeGreaterThanOrEqual(Number(ticker['lastPrice']));
});

test.each([
  ['/klines?symbol=NOPE&interval=1m', -1121],
  ['/klines?symbol=BTCUSDT&interval=7m', -1120],
  ['/klines?interval=1m', -1102],
  ['/klines?symbol=BTCUSDT&interval=1m&startTime=x', -1100],
  ['/aggTrades?symbol=BTCUSDT&fromId=1&startTime=1', -1128],
])('%s is refused with code %i', async (path, code) => {
  const { status, body } = await get(`${sim.urls.binanceRest}/api/v3${path}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ code });
});

test('weight is counted and refused above 6000 a minute, with the time to wait', async () => {
  const { sim: own, clock } = await startSmallMarket();
  const used = async (path: string): Promise<{ status: number; headers: Headers }> =>
    get(`${own.urls.binanceRest}/api/v3${path}`);
  expect((await used('/ping')).headers.get('x-mbx-used-weight-1m')).toBe('1');
  for (let i = 0; i < 74; i += 1) await used('/ticker/24hr');
  expect((await used('/ticker/24hr')).headers.get('x-mbx-used-weight-1m')).toBe('6001');
  const refused = await used('/ping');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('10');
  await clock.advance(10_000);
  expect((await used('/ping')).status).toBe(200);
  await own.stop();
});
