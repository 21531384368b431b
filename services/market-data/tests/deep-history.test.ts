import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Candle } from '@tidemark/contracts/candle';
import type { HistoryReach } from '@tidemark/contracts/history-reach';
import { startExchangeSim, type ExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { DEFAULT_COINS } from '@tidemark/exchange-sim/products';
import { ANONYMOUS, SERVICE, type Identity } from '@tidemark/service/identity/identity';
import { startMarketRig, universeOf, type MarketRig } from '@tidemark/testkit/market-rig';
import { OPEN_DOOR, openRoot } from '@tidemark/testkit/open-root';
import { until } from '@tidemark/testkit/until';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

const DAY_MS = 86_400_000;
const COINS = ['bitcoin'];
/** USDT is traded against dollars since then, as it is at Coinbase. */
const RATE_SINCE = Date.UTC(2021, 4, 4);
const BEGINNING = Date.UTC(2017, 0, 1);
/** As many days before today as are loaded of every coin, and one more. */
const RECENT = Date.now() - 1_001 * DAY_MS;

let sim: ExchangeSim;
let dataDir: string;
let running: { rig: MarketRig; app: FastifyInstance };
let asker: Identity = SERVICE;

beforeAll(async () => {
  const coins = DEFAULT_COINS.filter(({ id }) => [...COINS, 'tether', 'usd-coin'].includes(id));
  sim = await startExchangeSim({
    ...{ seed: 5, limits: false },
    coins: coins.map((coin) =>
      coin.id === 'tether' && coin.coinbase
        ? { ...coin, coinbase: { ...coin.coinbase, since: RATE_SINCE } }
        : coin,
    ),
  });
  dataDir = await mkdtemp(join(tmpdir(), 'tidemark-deep-'));
  running = await start();
}, 60_000);
afterAll(async () => {
  await stop();
  await sim.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start() {
  const config = { HISTORY_BACKFILL: true };
  const rig = await startMarketRig({
    urls: sim.urls,
    dataDir,
    universe: universeOf(...COINS),
    config,
  });
  const front = {
    ...OPEN_DOOR,
    admit: async (request: { identity: Identity }) => {
      request.identity = asker;
    },
  };
  const app = await openRoot({ services: new Set(['market-data', 'gateway']), front });
  await rig.market.plugin(app);
  return { rig, app };
}

async function stop(): Promise<void> {
  await running.app.close();
  await running.rig.stop();
}

const want = (coins: { coin_id: string; from: number }[]) =>
  running.app.inject({ method: 'POST', url: '/api/market/history', payload: { coins } });

async function reachOf(coinId: string): Promise<HistoryReach> {
  const answer = await running.app.inject({ url: `/api/market/history?coin_ids=${coinId}` });
  return answer.json<{ data: [HistoryReach] }>().data[0];
}

async function candles(coinId: string, from: number, exchange = 'consolidated') {
  const query = `interval=1d&exchange=${exchange}&limit=1000&from=${from}`;
  const answer = await running.app.inject({ url: `/api/market/candles/${coinId}?${query}` });
  return answer.json<{ data: { candles: Candle[] } }>().data.candles;
}

test('daily candles go as far back as they are asked for, over a venue’s failure and a restart', async () => {
  await until(
    'the usual history',
    () => {
      const { done, total } = running.rig.market.feeds().history;
      return total > 0 && done === total;
    },
    60_000,
  );
  const usual = await reachOf('bitcoin');
  expect(usual).toMatchObject({ from: null, done: true });
  expect(usual.reached).toBeGreaterThan(RECENT);

  sim.control.delayRest({ venue: 'coinbase', delayMs: 200 });
  const asked = await want([{ coin_id: 'bitcoin', from: BEGINNING - 400 * DAY_MS + 5 }]);
  expect(asked.statusCode).toBe(200);
  expect(asked.json<{ data: HistoryReach[] }>().data).toMatchObject([{ done: false }]);
  await until('a part of it', async () => (await reachOf('bitcoin')).reached !== usual.reached);
  sim.control.restDown({ venue: 'coinbase', ms: 3_600_000 });
  const before = await reachOf('bitcoin');
  expect(before.done).toBe(false);
  await stop();
  sim.control.clear({});
  running = await start();
  expect((await reachOf('bitcoin')).reached).toBeLessThanOrEqual(before.reached ?? 0);
  await until('all of it', async () => (await reachOf('bitcoin')).done, 60_000);
  expect(await reachOf('bitcoin')).toEqual({
    ...{ coin_id: 'bitcoin', from: BEGINNING - 400 * DAY_MS, reached: BEGINNING, done: true },
  });
}, 120_000);

test('asking again later, or for less, changes nothing', async () => {
  await want([{ coin_id: 'bitcoin', from: Date.UTC(2022, 0, 1) }]);
  expect(await reachOf('bitcoin')).toMatchObject({ reached: BEGINNING, done: true });
});

test('the days of long ago are the venues’ own, every one of them', async () => {
  const days = await candles('bitcoin', BEGINNING, 'binance');
  expect(days.map(({ time }) => time)).toEqual(
    Array.from({ length: 1000 }, (_, i) => BEGINNING + i * DAY_MS),
  );
  const to = BEGINNING + 1000 * DAY_MS;
  const told = sim.tape.candles('binance', 'BTCUSDT', '1d', to - 3 * DAY_MS, to);
  expect(days.slice(-3).map(({ close, volume }) => [close, volume])).toEqual(
    told.map(({ close, volume }) => [Number(close), Number(volume)]),
  );
});

test('they are in dollars by what USDT was then: its own product, and what coins imply before there was one', async () => {
  const around = await candles('bitcoin', RATE_SINCE - 100 * DAY_MS);
  const basis = (offset: number) =>
    around.find(({ time }) => time === RATE_SINCE + offset * DAY_MS)?.rate_basis;
  expect([basis(-100), basis(-2), basis(0), basis(10)]).toEqual([
    ...['implied', 'implied', 'product', 'product'],
  ]);
  const whole = around.filter(({ final, gap }) => final && !gap);
  expect(whole).toHaveLength(around.length - Number(around.at(-1)?.final === false));
  // Both venues read one price: in dollars they agree, whatever a USDT was.
  const dollars = await candles('bitcoin', RATE_SINCE - 100 * DAY_MS, 'coinbase');
  for (const [i, { close }] of around.slice(0, 300).entries()) {
    expect(Math.abs(close / (dollars[i]?.close ?? NaN) - 1)).toBeLessThan(0.001);
  }
});

test('services alone may ask for more, and strangers are not told what was asked for', async () => {
  asker = ANONYMOUS;
  try {
    expect((await want([{ coin_id: 'bitcoin', from: BEGINNING }])).statusCode).toBe(404);
    const url = '/api/market/history?coin_ids=bitcoin';
    expect((await running.app.inject({ url })).statusCode).toBe(401);
  } finally {
    asker = SERVICE;
  }
});

test.each([
  [[{ coin_id: 'nocoin', from: BEGINNING }], 404],
  [[{ coin_id: 'bitcoin', from: 5 }], 400],
  [[], 400],
])('%j is %i', async (coins, status) => {
  expect((await want(coins)).statusCode).toBe(status);
});
