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
  stream.publish(candleUpdate(candle('bitcoin', '1')));
  const [with1m, without] = await Promise.all([
    connect('?coins=bitcoin&candles=1m'),
    connect('?coins=bitcoin'),
  ]);
  stream.publish(priceUpdate(tick('bitcoin', 1)));
  const types = (messages: readonly StreamMessage[]) => messages.map(({ type }) => type);
  expect(types(await with1m.heard(2))).toEqual(['candle_update', 'price_update']);
  expect(types(await without.heard(1))).toEqual(['price_update']);
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

test.each(['?coins=bitcoin,nonsense', '?coins=BTC/USD', '?candles=7m'])(
  '%s is refused with an error and 4400',
  async (query) => {
    const { connect } = await rig();
    const listener = await connect(query);
    expect(await listener.closed).toBe(4400);
    expect(listener.messages[0]?.type).toBe('error');
  },
);

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
  ['not JSON', 'hello'],
  ['an unknown type', '{"type":"order"}'],
  ['an unknown coin', '{"type":"subscribe","coins":["nonsense"]}'],
])('a message that is %s is refused with an error and 4400', async (_what, text) => {
  const { connect } = await rig();
  const listener = await connect();
  listener.ws.send(text);
  expect(await listener.closed).toBe(4400);
  expect(listener.messages[0]?.type).toBe('error');
});

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
