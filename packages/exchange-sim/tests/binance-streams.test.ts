import type { TestClock } from '@tidemark/clock/test-clock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExchangeSim } from '../src/exchange-sim.ts';
import { START, startSmallMarket } from './support/small-market.ts';
import { VenueClient } from './support/venue-client.ts';

let sim: ExchangeSim;
let clock: TestClock;

beforeEach(async () => {
  ({ sim, clock } = await startSmallMarket());
});
afterEach(() => sim.stop());

function open(path: string): Promise<VenueClient> {
  return VenueClient.open(sim.urls.binanceWs + path);
}

test('a raw stream carries the tape: every trade once, in order, with eight decimals', async () => {
  const client = await open('/ws/btcusdt@aggTrade');
  await clock.advance(20_000);
  const truth = sim.tape.trades('binance', 'BTCUSDT', START + 1, START + 20_001);
  await client.until(() => client.frames.length >= truth.length);
  expect(truth.length).toBeGreaterThan(10);
  const expected = truth.map((trade) => ({
    e: 'aggTrade',
    s: 'BTCUSDT',
    a: trade.id,
    p: `${trade.price}000000`,
    q: `${trade.size}000`,
    f: trade.firstRaw,
    l: trade.lastRaw,
    T: trade.time,
    m: trade.side === 'sell',
    M: true,
  }));
  expect(client.frames.map(({ E: _stampedOnSending, ...frame }) => frame)).toEqual(expected);
});

test('a combined stream wraps each frame with its stream', async () => {
  const client = await open('/stream?streams=btcusdt@aggTrade/pepeusdt@aggTrade');
  await clock.advance(10_000);
  await client.until(() => client.texts.length > 5);
  for (const text of client.texts) {
    const { stream, data } = JSON.parse(text) as { stream: string; data: { s: string } };
    expect(stream).toBe(`${data.s.toLowerCase()}@aggTrade`);
  }
});

test('the raw trades of an aggregate one have its ids and sum to its size', async () => {
  const client = await open('/stream?streams=pepeusdt@aggTrade/pepeusdt@trade');
  await clock.advance(10_000);
  await client.until(() => client.of('aggTrade').length > 3);
  const raws = client.of('trade');
  for (const whole of client.of('aggTrade').slice(0, 3)) {
    const parts = raws.filter((raw) => Number(raw['t']) >= Number(whole['f']));
    const own = parts.filter((raw) => Number(raw['t']) <= Number(whole['l']));
    expect(own.length).toBe(Number(whole['l']) - Number(whole['f']) + 1);
    expect(own.reduce((sum, raw) => sum + Number(raw['q']), 0)).toBe(Number(whole['q']));
  }
});

test('the best bid is under the best ask, and neither has a time', async () => {
  const client = await open('/ws/btcusdt@bookTicker');
  await clock.advance(5000);
  await client.until(() => client.frames.length > 3);
  for (const quote of client.frames) {
    expect(Object.keys(quote)).toEqual(['u', 's', 'b', 'B', 'a', 'A']);
    expect(Number(quote['b'])).toBeLessThan(Number(quote['a']));
  }
});

test('the last word on a candle comes when it closes, and is what its trades make', async () => {
  const client = await open('/ws/btcusdt@kline_1m');
  await clock.advance(10_050);
  const isClosed = (frame: Record<string, unknown>): boolean => (frame['k'] as { x: boolean }).x;
  await client.until(() => client.frames.some(isClosed));
  const { k } = client.frames.find(isClosed) as { k: Record<string, unknown> };
  const minute = START - 50_000;
  const [truth] = sim.tape.candles('binance', 'BTCUSDT', '1m', minute, minute + 60_000);
  expect(k).toMatchObject({ t: minute, T: minute + 59_999, i: '1m', n: truth?.raw });
  expect([k['o'], k['h'], k['l'], k['c']]).toEqual(
    [truth?.open, truth?.high, truth?.low, truth?.close].map((price) => `${price}000000`),
  );
  expect(Number(k['v'])).toBe(Number(truth?.volume));
});

describe('requests', () => {
  test('subscribing is acknowledged, listed and undone', async () => {
    const client = await open('/ws');
    client.send({ method: 'SUBSCRIBE', params: ['btcusdt@aggTrade', 'btcusdt@trade'], id: 1 });
    client.send({ method: 'UNSUBSCRIBE', params: ['btcusdt@trade'], id: 2 });
    client.send({ method: 'LIST_SUBSCRIPTIONS', id: 'three' });
    await client.until(() => client.texts.length === 3);
    expect(client.texts.map((text) => JSON.parse(text) as unknown)).toEqual([
      { result: null, id: 1 },
      { result: null, id: 2 },
      { result: ['btcusdt@aggTrade'], id: 'three' },
    ]);
  });

  test.each([
    ['not json', 3],
    ['{"params":[],"id":1}', 2],
    ['{"method":"SUBSCRYBE","params":["a@trade"],"id":1}', 2],
    ['{"method":"SUBSCRIBE","params":"btcusdt@trade","id":1}', 2],
    ['{"method":"SUBSCRIBE","params":["btcusdt"],"id":1}', 2],
    ['{"method":"SET_PROPERTY","params":["combined","yes"],"id":1}', 1],
    ['{"method":"SET_PROPERTY","params":["colour",true],"id":1}', 0],
  ])('%s is answered with error %i', async (request, code) => {
    const client = await open('/ws');
    client.send(request);
    await client.until(() => client.texts.length === 1);
    expect(client.frames[0]).toMatchObject({ error: { code } });
  });

  test('a sixth message in a second ends the connection', async () => {
    const client = await open('/ws');
    for (let id = 1; id <= 6; id += 1) client.send({ method: 'LIST_SUBSCRIPTIONS', id });
    await client.until(() => client.closed);
    expect(client.texts.length).toBe(5);
  });

  test('more streams than allowed end the connection', async () => {
    const client = await open('/ws');
    const params = Array.from({ length: 1025 }, (_, i) => `coin${i}@trade`);
    client.send({ method: 'SUBSCRIBE', params, id: 1 });
    await client.until(() => client.closed);
  });
});

describe('a connection', () => {
  test('is pinged every 20 s, and kept while it answers', async () => {
    const client = await open('/ws/btcusdt@aggTrade');
    let pings = 0;
    client.ws.on('ping', () => (pings += 1));
    await clock.advance(60_000);
    await client.until(() => pings === 3);
    expect(client.closed).toBe(false);
  });

  test('that does not answer pings is cut within a minute and a ping', async () => {
    const client = await VenueClient.open(`${sim.urls.binanceWs}/ws`, { autoPong: false });
    await clock.advance(80_000);
    await client.until(() => client.closed);
  });

  test('ends when its life is over', async () => {
    await sim.stop();
    ({ sim, clock } = await startSmallMarket({ binance: { connectionLifeMs: 5000 } }));
    const client = await open('/ws');
    await clock.advance(4990);
    expect(client.closed).toBe(false);
    await clock.advance(10);
    await client.until(() => client.closed);
  });

  test('elsewhere than /ws and /stream is refused', async () => {
    const client = new VenueClient(`${sim.urls.binanceWs}/elsewhere`);
    await client.until(() => client.closed);
    expect(client.texts).toEqual([]);
  });
});
