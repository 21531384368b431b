import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { systemClock } from '@tidemark/clock/system-clock';
import type { CandleUpdate } from '@tidemark/contracts/candle';
import type { Price } from '@tidemark/contracts/price';
import { CANDLE_UPDATES, PRICE_UPDATES } from '@tidemark/contracts/topics';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { gateway } from '../src/index.ts';
import { CONFIG } from './support/test-door.ts';
import { testRoot } from '@tidemark/testkit/test-root';
import { toldPrice } from '@tidemark/testkit/told-price';

const clock = systemClock;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

function price(coin: string, value: number): Price {
  return {
    coin_id: coin,
    price: value,
    currency: 'USD',
    change_24h: null,
    change_24h_pct: null,
    high_24h: null,
    low_24h: null,
    volume_24h: null,
    timestamp: '2026-01-01T00:00:00.000Z',
    quality: 'live',
    simulated: false,
    sources: [],
  };
}

/** A running gateway; `connect` gives the messages of a connection as they come. */
async function runningGateway(prepare: (cache: MemoryCache) => Promise<void>) {
  const cache = new MemoryCache({ clock });
  const bus = new MemoryEventBus({ clock });
  await prepare(cache);
  const service = gateway.create({
    clock,
    cache,
    bus,
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics(),
    market: 'live',
    process: { name: 'gateway', services: new Set(['gateway']) },
    config: CONFIG,
  });
  const app = await testRoot();
  await service.plugin(app);
  await service.start(new AbortController().signal);
  await app.listen({ port: 0, host: '127.0.0.1' });
  stops.push(
    () => bus.close(),
    () => service.stop(),
    () => app.close(),
  );
  const { port } = app.server.address() as AddressInfo;
  const publish = (value: Price) =>
    bus.publish(PRICE_UPDATES, [{ key: value.coin_id, value: toldPrice(value) }]);
  const publishCandle = (value: CandleUpdate) =>
    bus.publish(CANDLE_UPDATES, [{ key: value.coin_id, value }]);
  return {
    app,
    publish,
    publishCandle,
    connect: (query: string, path?: string) => connect(port, query, path),
  };
}

async function connect(port: number, query: string, path = '/ws/prices') {
  const ws = new WebSocket(`ws://127.0.0.1:${port}${path}${query}`);
  const messages: { type: string; data: unknown }[] = [];
  ws.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as (typeof messages)[number];
    if (message.type !== 'snapshot_end') messages.push(message);
  });
  await once(ws, 'open');
  const heard = async (count: number) => {
    while (messages.length < count) await once(ws, 'message');
    return messages;
  };
  return { ws, heard };
}

test('prices of the bus reach those who asked for the coin, without their sources', async () => {
  const { publish, connect } = await runningGateway((cache) =>
    cache.set('coins', ['bitcoin', 'ethereum'], 60_000),
  );
  const { heard } = await connect('?coins=ethereum');
  await publish(price('bitcoin', 1));
  await publish(price('ethereum', 2));
  const { sources: _sources, ...data } = price('ethereum', 2);
  expect(await heard(1)).toEqual([{ type: 'price_update', seq: expect.any(Number), data }]);
});

test('the snapshot comes from the cache where nothing was published since the start', async () => {
  const { connect } = await runningGateway(async (cache) => {
    await cache.set('coins', ['bitcoin'], 60_000);
    await cache.set('price:bitcoin', price('bitcoin', 42), 60_000);
  });
  const { heard } = await connect('');
  expect(await heard(1)).toMatchObject([{ data: { coin_id: 'bitcoin', price: 42 } }]);
});

test('a late price of before does not take the place of the one shown', async () => {
  const { publish, connect } = await runningGateway((cache) =>
    cache.set('coins', ['bitcoin', 'ethereum'], 60_000),
  );
  const { heard } = await connect('');
  await publish({ ...price('bitcoin', 2), timestamp: '2026-01-01T00:00:02.000Z' });
  await publish({ ...price('bitcoin', 1), timestamp: '2026-01-01T00:00:01.000Z' });
  await publish({ ...price('bitcoin', 3), timestamp: '2026-01-01T00:00:03.000Z' });
  const seen = (await heard(2)) as { data: { price: number } }[];
  expect(seen.map(({ data }) => data.price)).toEqual([2, 3]);
});

test('a coin whose price comes is known before the cache lists it', async () => {
  const { publish, connect } = await runningGateway((cache) =>
    cache.set('coins', ['bitcoin'], 60_000),
  );
  const { heard: watching } = await connect('');
  await publish(price('newcoin', 5));
  await watching(1);
  const { heard } = await connect('?coins=newcoin');
  expect(await heard(1)).toMatchObject([{ data: { coin_id: 'newcoin', price: 5 } }]);
});

test('both paths give the same coins, and none is what a rate is made of', async () => {
  const { publish, publishCandle, connect } = await runningGateway((cache) =>
    cache.set('coins', ['bitcoin'], 60_000),
  );
  const paths = ['/ws/prices', '/api/market/stream'];
  const readers = await Promise.all(paths.map((path) => connect('?candles=1m', path)));
  await publishCandle(minute('tether', 'consolidated'));
  await publishCandle(minute('bitcoin', 'consolidated'));
  await publish(price('bitcoin', 2));
  for (const { heard } of readers) {
    const told = await heard(2);
    expect(told.map(({ type, data }) => [type, (data as Price).coin_id])).toEqual([
      ['candle_update', 'bitcoin'],
      ['price_update', 'bitcoin'],
    ]);
  }
});

test('a coin that market-data does not know is refused', async () => {
  const { connect } = await runningGateway((cache) => cache.set('coins', ['bitcoin'], 60_000));
  const { ws, heard } = await connect('?coins=nonsense');
  const closed = once(ws, 'close');
  expect(await heard(1)).toMatchObject([{ type: 'error' }]);
  expect((await closed)[0]).toBe(4400);
});

test('the HTTP server closes at once though connections are open, and tells them', async () => {
  const { app, connect } = await runningGateway((cache) => cache.set('coins', ['bitcoin'], 60_000));
  const { ws } = await connect('');
  const closed = once(ws, 'close');
  const from = performance.now();
  await app.close();
  expect(performance.now() - from).toBeLessThan(1500);
  expect((await closed)[0]).toBe(1001);
});

const minute = (coin: string, exchange: CandleUpdate['exchange']): CandleUpdate => ({
  coin_id: coin,
  exchange,
  interval: '1m',
  currency: 'USD',
  time: 0,
  ...{ open: 1, high: 1, low: 1, close: 1, volume: 1 },
  ...{ trades: 1, final: true, gap: false, lacking: [], rate_basis: null },
});

test.each([
  ['is known', ['bitcoin']],
  ['is not known yet', null],
])(
  'candles of what is kept for its rate alone are shown to nobody where the list of coins %s',
  async (_name, coins) => {
    const { publish, publishCandle, connect } = await runningGateway(async (cache) => {
      if (coins) await cache.set('coins', coins, 60_000);
    });
    const { heard } = await connect('?candles=1m');
    await publish(price('bitcoin', 1));
    await publishCandle(minute('tether', 'consolidated'));
    await publishCandle(minute('bitcoin', 'consolidated'));
    expect(await heard(2)).toMatchObject([
      { type: 'price_update', data: { coin_id: 'bitcoin' } },
      { type: 'candle_update', data: { coin_id: 'bitcoin' } },
    ]);
  },
);
