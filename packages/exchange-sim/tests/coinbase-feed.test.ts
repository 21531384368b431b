import type { TestClock } from '@tidemark/clock/test-clock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExchangeSim } from '../src/exchange-sim.ts';
import { isoMicros } from '../src/sim-trade.ts';
import { START, startSmallMarket } from './support/small-market.ts';
import { subscription, VenueClient } from './support/venue-client.ts';

let sim: ExchangeSim;
let clock: TestClock;

beforeEach(async () => {
  ({ sim, clock } = await startSmallMarket());
});
afterEach(() => sim.stop());

async function subscribed(channels: string[], products: string[]): Promise<VenueClient> {
  const client = await VenueClient.open(sim.urls.coinbaseWs);
  client.send(subscription(channels, products));
  await client.until(() => client.texts.length > 0);
  return client;
}

test('matches open with an old last_match and then carry the tape, sides as the maker sees them', async () => {
  const client = await subscribed(['matches'], ['BTC-USD']);
  await clock.advance(20_000);
  const truth = sim.tape.trades('coinbase', 'BTC-USD', START + 1, START + 20_001);
  await client.until(() => client.of('match').length >= truth.length);
  const [last] = client.of('last_match');
  expect(last?.['trade_id']).toBe((truth[0]?.id ?? 0) - 1);
  const told = client.of('match').map(({ trade_id, side, price, time }) => {
    return { trade_id, side, price, time };
  });
  expect(told).toEqual(
    truth.map((trade) => ({
      trade_id: trade.id,
      side: trade.side === 'buy' ? 'sell' : 'buy',
      price: trade.price,
      time: isoMicros(trade.time, trade.micros),
    })),
  );
});

test('a subscription is acknowledged with all that is subscribed', async () => {
  const client = await subscribed(['ticker'], ['BTC-USD']);
  client.send({ type: 'subscribe', channels: [{ name: 'heartbeat', product_ids: ['PEPE-USD'] }] });
  await client.until(() => client.of('subscriptions').length === 2);
  expect(client.of('subscriptions')[1]?.['channels']).toEqual([
    { name: 'ticker', product_ids: ['BTC-USD'], account_ids: null },
    { name: 'heartbeat', product_ids: ['PEPE-USD'], account_ids: null },
  ]);
});

test('one bad product refuses the whole subscription', async () => {
  const client = await subscribed(['matches'], ['BTC-USD', 'NOPE-USD']);
  expect(client.frames[0]).toEqual({
    type: 'error',
    message: 'Failed to subscribe',
    reason: 'NOPE-USD is not a valid product',
  });
  await clock.advance(3000);
  expect(client.texts).toHaveLength(1);
});

test.each([
  ['nonsense', 'Malformed JSON'],
  ['{"type":"subscribe"}', 'Failed to subscribe'],
  ['{"type":"subscribe","product_ids":["BTC-USD"],"channels":["full"]}', 'Failed to subscribe'],
  ['{"type":"subscribe","product_ids":["BTC-USD"],"channels":["news"]}', 'Failed to subscribe'],
])('%s is answered with an error', async (request, message) => {
  const client = await VenueClient.open(sim.urls.coinbaseWs);
  client.send(request);
  await client.until(() => client.texts.length === 1);
  expect(client.frames[0]).toMatchObject({ type: 'error', message });
});

test('who does not subscribe within five seconds is cut', async () => {
  const silent = await VenueClient.open(sim.urls.coinbaseWs);
  const heard = await subscribed(['heartbeat'], ['BTC-USD']);
  await clock.advance(5000);
  await silent.until(() => silent.closed);
  expect(heard.closed).toBe(false);
});

test('a heartbeat each second tells the newest trade id', async () => {
  const client = await subscribed(['heartbeat', 'matches'], ['BTC-USD']);
  await clock.advance(5000);
  await client.until(() => client.of('heartbeat').length >= 5);
  let newest = Number(client.of('last_match')[0]?.['trade_id']);
  for (const frame of client.frames) {
    if (frame['type'] === 'match') newest = Number(frame['trade_id']);
    if (frame['type'] === 'heartbeat') expect(frame['last_trade_id']).toBe(newest);
  }
});

test('a ticker comes with each trade, a batch every five seconds', async () => {
  const live = await subscribed(['ticker'], ['BTC-USD']);
  const batch = await subscribed(['ticker_batch'], ['BTC-USD']);
  await clock.advance(10_000);
  const truth = sim.tape.trades('coinbase', 'BTC-USD', START + 1, START + 10_001);
  await live.until(() => live.of('ticker').length >= truth.length);
  await batch.until(() => batch.of('ticker').length >= 1);
  expect(live.of('ticker').map((ticker) => ticker['trade_id'])).toEqual(truth.map((t) => t.id));
  expect(batch.of('ticker').length).toBeLessThanOrEqual(3);
  const [ticker] = live.of('ticker');
  expect(ticker?.['side']).toBe(truth[0]?.side);
  expect(Number(ticker?.['best_bid'])).toBeLessThan(Number(ticker?.['best_ask']));
});

test('unsubscribing ends a channel', async () => {
  const client = await subscribed(['matches'], ['BTC-USD']);
  client.send({ type: 'unsubscribe', product_ids: ['BTC-USD'], channels: ['matches'] });
  await client.until(() => client.of('subscriptions').length === 2);
  const before = client.of('match').length;
  await clock.advance(10_000);
  expect(client.of('match').length).toBe(before);
});

test('the status channel lists the products', async () => {
  const client = await subscribed(['status'], []);
  await client.until(() => client.of('status').length > 0);
  const products = client.of('status')[0]?.['products'] as { id: string }[];
  expect(products.map((product) => product.id)).toEqual(['BTC-USD', 'PEPE-USD', 'USDT-USD']);
});
