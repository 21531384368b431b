import { once } from 'node:events';
import { MAX_STREAM_COINS, type StreamMessage } from '@tidemark/contracts/stream';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { candleUpdate, priceUpdate } from '../src/encoded.ts';
import { streamRig } from './support/stream-rig.ts';
import { candle, tick } from './support/ticks.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
});

async function rig(options?: Parameters<typeof streamRig>[0]) {
  const made = await streamRig(options);
  stop = made.stop;
  return made;
}

const prices = (messages: readonly StreamMessage[]) =>
  messages.flatMap(({ type, data }) =>
    type === 'price_update' ? [`${data.coin_id} ${data.price}`] : [],
  );

test('a connection first gets the latest value of each coin it asked for, then their updates', async () => {
  const { stream, connect } = await rig();
  stream.publish(priceUpdate(tick('bitcoin', 1)));
  stream.publish(priceUpdate(tick('bitcoin', 2)));
  stream.publish(priceUpdate(tick('ethereum', 10)));
  const listener = await connect('?coins=bitcoin');
  await listener.heard(1);
  stream.publish(priceUpdate(tick('ethereum', 11)));
  stream.publish(priceUpdate(tick('bitcoin', 3)));
  expect(prices(await listener.heard(2))).toEqual(['bitcoin 2', 'bitcoin 3']);
});

test('a connection that names no coin gets every coin', async () => {
  const { stream, connect } = await rig();
  stream.publish(priceUpdate(tick('bitcoin', 1)));
  const listener = await connect();
  await listener.heard(1);
  stream.publish(priceUpdate(tick('ethereum', 10)));
  expect(prices(await listener.heard(2))).toEqual(['bitcoin 1', 'ethereum 10']);
});

test('candles come only to those who ask for them', async () => {
  const { stream, connect } = await rig();
  stream.publish(candleUpdate(candle('bitcoin', 1)));
  const [with1m, without] = await Promise.all([
    connect('?coins=bitcoin&candles=1m'),
    connect('?coins=bitcoin'),
  ]);
  stream.publish(priceUpdate(tick('bitcoin', 1)));
  const types = (messages: readonly StreamMessage[]) => messages.map(({ type }) => type);
  expect(types(await with1m.heard(2))).toEqual(['candle_update', 'price_update']);
  expect(types(await without.heard(1))).toEqual(['price_update']);
});

test('candles are of all venues together unless one is named', async () => {
  const { stream, connect } = await rig();
  stream.publish(candleUpdate(candle('bitcoin', 1)));
  stream.publish(candleUpdate(candle('bitcoin', 2, { exchange: 'binance' })));
  const closes = async (query: string) => {
    const listener = await connect(query);
    await listener.answered(1);
    return listener.messages.map(({ type, data }) => type === 'candle_update' && data.close);
  };
  expect(await closes('?candles=1m')).toEqual([1]);
  expect(await closes('?candles=1m&exchange=binance')).toEqual([2]);
});

test('an earlier candle that was mended is told and is not the first picture', async () => {
  const { stream, connect } = await rig();
  stream.publish(candleUpdate(candle('bitcoin', 2, { time: 60_000 })));
  const before = await connect('?candles=1m');
  await before.answered(1);
  stream.publish(candleUpdate(candle('bitcoin', 1, { time: 0 })));
  await before.heard(2);
  const after = await connect('?candles=1m');
  await after.answered(1);
  const times = (messages: readonly StreamMessage[]) =>
    messages.map(({ type, data }) => type === 'candle_update' && data.time);
  expect(times(before.messages)).toEqual([60_000, 0]);
  expect(times(after.messages)).toEqual([60_000]);
});

test('what was seeded gives way to what was published', async () => {
  const { stream, connect } = await rig();
  stream.publish(priceUpdate(tick('bitcoin', 2)));
  stream.seed(priceUpdate(tick('bitcoin', 1)));
  stream.seed(priceUpdate(tick('ethereum', 9)));
  const listener = await connect();
  expect(prices(await listener.heard(2))).toEqual(['bitcoin 2', 'ethereum 9']);
});

test('50 coins are taken; 51 are refused with an error and 4400', async () => {
  const coins = Array.from({ length: MAX_STREAM_COINS + 1 }, (_, index) => `coin-${index}`);
  const { stream, connect } = await rig({ coins });
  const fifty = await connect(`?coins=${coins.slice(0, MAX_STREAM_COINS).join(',')}`);
  stream.publish(priceUpdate(tick('coin-49', 1)));
  expect(prices(await fifty.heard(1))).toEqual(['coin-49 1']);
  const refused = await connect(`?coins=${coins.join(',')}`);
  expect(await refused.closed).toBe(4400);
  expect(refused.messages).toMatchObject([
    { type: 'error', data: { code: 'INVALID_REQUEST', message: expect.stringContaining('51') } },
  ]);
});

test.each([
  ['?coins=nonsense', 'coins'],
  ['?coins=BTC/USD', 'coins'],
  ['?candles=7m', 'candles'],
  ['?coin=bitcoin', 'coin'],
  ['?coins=bitcoin&coins=ethereum', 'coins'],
  ['?candles=1m&candles=5m', 'candles'],
  ['?exchange=binance', 'exchange'],
])('%s is refused with an error that names what, and 4400', async (query, field) => {
  const { connect } = await rig();
  const listener = await connect(query);
  expect(await listener.closed).toBe(4400);
  expect(listener.all).toMatchObject([
    { type: 'error', data: { code: 'INVALID_REQUEST', details: [{ field }] } },
  ]);
});

test('an unknown coin is refused by its name, and the others are there', async () => {
  const { stream, connect } = await rig();
  stream.publish(priceUpdate(tick('bitcoin', 1)));
  const listener = await connect('?coins=bitcoin,nonsense');
  await listener.answered(1);
  expect(listener.all).toMatchObject([
    { type: 'error', data: { details: [{ field: 'coins', reason: 'unknown: "nonsense"' }] } },
    { type: 'price_update', data: { coin_id: 'bitcoin' } },
    { type: 'snapshot_end', data: { coins: ['bitcoin'] } },
  ]);
  listener.ws.send('{"type":"subscribe","coins":["dogwood","ETHEREUM"]}');
  await listener.answered(3);
  stream.publish(priceUpdate(tick('bitcoin', 2)));
  stream.publish(priceUpdate(tick('ethereum', 7)));
  await listener.heard(5);
  expect(listener.all.slice(3)).toMatchObject([
    { type: 'error', data: { message: 'coins: unknown: "dogwood"' } },
    { type: 'subscribed', data: { coins: ['bitcoin', 'ethereum'] } },
    { type: 'snapshot_end', data: { coins: ['bitcoin', 'ethereum'] } },
    { type: 'price_update', data: { coin_id: 'bitcoin', price: 2 } },
    { type: 'price_update', data: { coin_id: 'ethereum', price: 7 } },
  ]);
});

test('a subscription past 50 coins is refused as a whole, and what was there goes on', async () => {
  const coins = Array.from({ length: MAX_STREAM_COINS + 1 }, (_, index) => `coin-${index}`);
  const { stream, connect } = await rig({ coins });
  const listener = await connect('?coins=coin-0');
  listener.ws.send(JSON.stringify({ type: 'subscribe', coins: coins.slice(1) }));
  await listener.answered(3);
  stream.publish(priceUpdate(tick('coin-0', 1)));
  await listener.heard(2);
  expect(listener.all.slice(1)).toMatchObject([
    { type: 'error', data: { message: expect.stringContaining('51') } },
    { type: 'subscribed', data: { coins: ['coin-0'] } },
    { type: 'snapshot_end', data: { coins: ['coin-0'] } },
    { type: 'price_update', data: { coin_id: 'coin-0' } },
  ]);
});

test('a first picture ends with a mark that says what the connection is to', async () => {
  const { stream, connect } = await rig();
  stream.publish(priceUpdate(tick('bitcoin', 1)));
  const [every, one] = await Promise.all([connect(), connect('?coins=bitcoin&candles=5m')]);
  await Promise.all([every.answered(1), one.answered(1)]);
  expect(every.all.map(({ type }) => type)).toEqual(['price_update', 'snapshot_end']);
  expect(every.all.at(-1)?.data).toEqual({ all: true, coins: [], candles: null, exchange: null });
  expect(one.all.at(-1)?.data).toEqual({
    ...{ all: false, coins: ['bitcoin'] },
    ...{ candles: '5m', exchange: 'consolidated' },
  });
});

test('the messages of a connection are numbered from 1 without a hole', async () => {
  const { stream, connect } = await rig();
  stream.publish(priceUpdate(tick('bitcoin', 1)));
  const [one, other] = await Promise.all([connect('?coins=bitcoin'), connect('?coins=solana')]);
  one.ws.send('{"type":"ping"}');
  other.ws.send('{"type":"subscribe","coins":["bitcoin"]}');
  await Promise.all([one.heard(2), other.answered(3)]);
  stream.publish(priceUpdate(tick('bitcoin', 2)));
  await Promise.all([one.heard(3), other.heard(2)]);
  for (const { all } of [one, other]) {
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
  }
});

test('a ping is answered by a pong with the time', async () => {
  const { clock, connect } = await rig();
  const listener = await connect();
  listener.ws.send('{"type":"ping"}');
  const timestamp = new Date(clock.now()).toISOString();
  expect(await listener.heard(1)).toMatchObject([{ type: 'pong', data: { timestamp } }]);
});

test('what is unsubscribed is acknowledged; what was not subscribed is named', async () => {
  const { connect } = await rig();
  const [some, every] = await Promise.all([connect('?coins=bitcoin,ethereum'), connect()]);
  for (const { ws } of [some, every]) {
    ws.send('{"type":"unsubscribe","coins":["BITCOIN","solana"]}');
  }
  await Promise.all([some.answered(2), every.answered(2)]);
  expect(some.all.slice(1)).toMatchObject([
    { type: 'error', data: { message: 'coins: not subscribed: "solana"' } },
    { type: 'unsubscribed', data: { all: false, coins: ['ethereum'] } },
  ]);
  expect(every.all.slice(1)).toMatchObject([
    { type: 'error', data: { details: [{ field: 'coins' }] } },
    { type: 'unsubscribed', data: { all: true, coins: [] } },
  ]);
});

test('any well-formed coin will do while the coins are not known', async () => {
  const { stream, connect } = await rig({ coins: null });
  const listener = await connect('?coins=who-knows');
  stream.publish(priceUpdate(tick('who-knows', 5)));
  expect(prices(await listener.heard(1))).toEqual(['who-knows 5']);
});

test('a client changes its coins by messages; the first named narrow a connection to all', async () => {
  const { stream, connect } = await rig();
  stream.publish(priceUpdate(tick('bitcoin', 1)));
  const listener = await connect();
  await listener.heard(1);
  listener.ws.send(JSON.stringify({ type: 'subscribe', coins: ['ethereum', 'bitcoin'] }));
  await listener.heard(2);
  listener.ws.send(JSON.stringify({ type: 'unsubscribe', coins: ['bitcoin'] }));
  listener.ws.send(JSON.stringify({ type: 'ping' }));
  await listener.heard(3);
  for (const coin of ['solana', 'bitcoin', 'ethereum']) stream.publish(priceUpdate(tick(coin, 7)));
  expect(prices(await listener.heard(4))).toEqual(['bitcoin 1', 'bitcoin 1', 'ethereum 7']);
});

test.each([
  ['not JSON', 'hello', 'message'],
  ['an unknown type', '{"type":"order"}', 'type'],
  ['of no coin', '{"type":"subscribe","coins":[]}', 'coins'],
  ['of coins that are none', '{"type":"subscribe","coins":["bitcoin",7]}', 'coins.1'],
  ['with a field that is not known', '{"type":"subscribe","coins":["bitcoin"],"x":1}', 'x'],
])(
  'a message that is %s is refused with an error that names what, and 4400',
  async (_what, text, field) => {
    const { connect } = await rig();
    const listener = await connect();
    listener.ws.send(text);
    expect(await listener.closed).toBe(4400);
    expect(listener.messages).toMatchObject([{ type: 'error', data: { details: [{ field }] } }]);
  },
);

test('a message over 4 KB closes the connection with 1009', async () => {
  const { connect } = await rig();
  const listener = await connect();
  listener.ws.send('x'.repeat(5000));
  expect(await listener.closed).toBe(1009);
});

test('a client that talks too much is refused', async () => {
  const { connect } = await rig();
  const listener = await connect('?coins=bitcoin');
  for (let sent = 0; sent < 30; sent += 1) listener.ws.send('{"type":"ping"}');
  expect(await listener.closed).toBe(4400);
  expect(listener.messages.at(-1)).toMatchObject({ data: { code: 'RATE_LIMITED' } });
});

test('a connection past the limit is refused with 503', async () => {
  const { connect } = await rig({ limits: { maxConnections: 1 } });
  await connect();
  await expect(connect()).rejects.toThrow('503');
});

test('an unknown path is refused with 404', async () => {
  const { origin } = await rig();
  const [error] = (await once(new WebSocket(`${origin}/ws/nothing`), 'error')) as [Error];
  expect(error.message).toContain('404');
});

test('on shutdown connections close with 1001 and none is taken any more', async () => {
  const { stream, connect } = await rig();
  const listener = await connect();
  await stream.close();
  expect(await listener.closed).toBe(1001);
  await expect(connect()).rejects.toThrow('503');
  expect(stream.size).toBe(0);
});
