import { MemoryCache } from '@tidemark/cache/memory-cache';
import { systemClock } from '@tidemark/clock/system-clock';
import { TestClock } from '@tidemark/clock/test-clock';
import type { AlertFiring } from '@tidemark/contracts/alert';
import {
  ALERT_FIRINGS,
  PORTFOLIO_FOLLOWS,
  PORTFOLIO_UPDATES,
  SENTIMENT_UPDATES,
} from '@tidemark/contracts/topics';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { afterEach, expect, test } from 'vitest';
import { until } from '@tidemark/testkit/until';
import { openStream, opened } from './support/stream-client.ts';
import { openDoor, type DoorOptions, type TestDoor } from './support/test-door.ts';
import { portfolioUpdate, TestPortfolios } from './support/test-portfolios.ts';
import { stopAll } from './support/two-processes.ts';

afterEach(stopAll);

const PATH = '/ws/portfolio/p1';
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

async function door(options: DoorOptions = {}) {
  const portfolios = new TestPortfolios();
  const opened = await openDoor({ routes: (app) => portfolios.mount(app), ...options });
  const owner = opened.users.signIn();
  portfolios.owners.set('p1', owner.user_id);
  return { ...opened, portfolios, owner, token: await opened.users.token(owner) };
}

function publish({ bus }: Pick<TestDoor, 'bus'>, ...args: Parameters<typeof portfolioUpdate>) {
  return bus.publish(PORTFOLIO_UPDATES, [{ key: args[0], value: portfolioUpdate(...args) }]);
}

test("a portfolio is its owner's alone, and another's looks like none", async () => {
  const { origin, users, token, portfolios } = await door();
  const other = await users.token(users.signIn({ role: 'admin' }));
  expect(await openStream(origin, PATH)).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
  const refused = { status: 404, code: 'RESOURCE_NOT_FOUND' };
  expect(await openStream(origin, PATH, bearer(other))).toMatchObject(refused);
  expect(await openStream(origin, '/ws/portfolio/p2', bearer(token))).toMatchObject(refused);
  expect((await openStream(origin, PATH, bearer(token))).status).toBe(101);
  portfolios.owners.clear();
  expect(await openStream(origin, PATH, bearer(token))).toMatchObject(refused);
});

test('where there is no portfolio service there is no portfolio', async () => {
  const opened = await openDoor();
  const token = await opened.users.token(opened.users.signIn());
  expect((await openStream(opened.origin, PATH, bearer(token))).status).toBe(404);
});

test('updates of the portfolio reach its owner; of another, or for another, they do not', async () => {
  const opening = await door();
  const { users, portfolios, owner } = opening;
  const neighbour = users.signIn();
  portfolios.owners.set('p2', neighbour.user_id);
  const mine = await opened(opening.origin, PATH, bearer(opening.token));
  const { key } = users.makeKey({ user_id: neighbour.user_id, scope: 'read' });
  const theirs = await opened(opening.origin, '/ws/portfolio/p2', bearer(key));
  await publish(opening, 'p1', neighbour.user_id, '1');
  await publish(opening, 'p2', neighbour.user_id, '2.50');
  await publish(opening, 'p1', owner.user_id, '3');
  expect(await mine.heard(1)).toEqual([
    { seq: 1, type: 'portfolio_update', data: portfolioUpdate('p1', owner.user_id, '3') },
  ]);
  expect(await theirs.heard(1)).toMatchObject([{ data: { total_value: '2.50' } }]);
});

test('who follows a portfolio is told of when they come, and every half minute until they go', async () => {
  const clock = new TestClock(Date.now());
  const opening = await door({ clock });
  const follows: string[] = [];
  await opening.bus.subscribe(PORTFOLIO_FOLLOWS, {
    onBatch: (messages) => {
      for (const { value } of messages) follows.push(`${value.portfolio_id} ${value.is_new}`);
    },
  });
  const one = await opened(opening.origin, PATH, bearer(opening.token));
  const two = await opened(opening.origin, '/ws/portfolio/P1', bearer(opening.token));
  await until('both are told of', () => follows.length === 2);
  expect(follows.splice(0)).toEqual(['p1 true', 'p1 true']);
  await clock.advance(30_000);
  await until('it is said again', () => follows.length === 1);
  expect(follows.splice(0)).toEqual(['p1 false']);
  for (const { ws } of [one, two]) ws.close();
  await Promise.all([one.closed, two.closed]);
  await clock.advance(90_000);
  expect(follows).toEqual([]);
});

test('the stream answers pings and takes no other wish', async () => {
  const { origin, token } = await door();
  const stream = await opened(origin, PATH, bearer(token));
  stream.ws.send('{"type":"ping"}');
  expect(await stream.heard(1)).toMatchObject([{ type: 'pong' }]);
  stream.ws.send('{"type":"subscribe","coins":["bitcoin"]}');
  expect(await stream.closed).toBe(4400);
});

test('who signs out is cut off within a second at every stream of every gateway, and others are not', async () => {
  const one = await door();
  const routes = (app: TestDoor['app']) => one.portfolios.mount(app);
  const two = await openDoor({ cache: one.cache, users: one.users, bus: one.bus, routes });
  const again = one.users.signIn({ user_id: one.owner.user_id });
  const elsewhere = await opened(one.origin, PATH, bearer(await one.users.token(again)));
  const paths = [PATH, '/ws/prices', '/ws/sentiment', '/ws/alerts'];
  const streams = await Promise.all(
    [one, two].flatMap(({ origin }) =>
      paths.map((path) => opened(origin, path, bearer(one.token))),
    ),
  );
  const anybodys = await opened(two.origin, '/ws/prices');
  const from = performance.now();
  await one.users.endSession(one.owner);
  expect(await Promise.all(streams.map(({ closed }) => closed))).toEqual(Array(8).fill(4401));
  expect(performance.now() - from).toBeLessThan(1_000);
  for (const { ws } of [elsewhere, anybodys]) expect(ws.readyState).toBe(ws.OPEN);
});

test('what a session opened by ticket or cookie ends with it too, and gives its place back', async () => {
  const { app, origin, users, owner, token } = await door({
    config: { WS_CONNECTIONS_PER_USER: 2 },
  });
  const asked = await app.inject({ method: 'POST', url: '/api/stream/ticket', ...bearer(token) });
  const { ticket } = asked.json<{ data: { ticket: string } }>().data;
  const cookie = `tidemark_refresh=${users.makeRefreshToken(owner)}`;
  const streams = [
    await opened(origin, `/ws/prices?ticket=${ticket}`),
    await opened(origin, '/ws/sentiment', { headers: { origin, cookie } }),
  ];
  const again = await users.token(users.signIn({ user_id: owner.user_id }));
  expect((await openStream(origin, '/ws/prices', bearer(again))).status).toBe(429);
  await users.endSession(owner);
  expect(await Promise.all(streams.map(({ closed }) => closed))).toEqual([4401, 4401]);
  await until('the places to be free', async () => {
    return (await openStream(origin, '/ws/prices', bearer(again))).status === 101;
  });
});

test('a revoked API key is cut off too', async () => {
  const { origin, users, owner } = await door();
  const { key } = users.makeKey({ user_id: owner.user_id });
  const stream = await opened(origin, PATH, bearer(key));
  await users.endKey(key);
  expect(await stream.closed).toBe(4401);
});

test('without a cache the end of a session is learnt by asking', async () => {
  const cache = new MemoryCache({ clock: systemClock });
  cache.get = async () => undefined;
  cache.getMany = async (keys) => keys.map(() => undefined);
  cache.setIfNewer = async () => false;
  const { origin, users, owner, token } = await door({ cache });
  const stream = await opened(origin, PATH, bearer(token));
  const from = performance.now();
  await users.endSession(owner);
  expect(await stream.closed).toBe(4401);
  expect(performance.now() - from).toBeLessThan(1_500);
});

test('many streams of one account ask about it as one', async () => {
  const clock = new TestClock(Date.now());
  const { origin, users, token } = await door({ clock });
  await Promise.all(Array.from({ length: 10 }, () => opened(origin, PATH, bearer(token))));
  const before = users.asked.length;
  await clock.advance(30_000);
  expect(users.asked.length - before).toBeLessThanOrEqual(3);
  expect(users.asked.length - before).toBeGreaterThan(1);
});

test('where nobody can say for long whether somebody is signed in, what is theirs alone is closed', async () => {
  const clock = new TestClock(Date.now());
  const { origin, users, token } = await door({ clock });
  const stream = await opened(origin, PATH, bearer(token));
  const anybodys = await opened(origin, '/ws/prices', bearer(token));
  users.away = true;
  await clock.advance(25_000);
  expect(stream.ws.readyState).toBe(stream.ws.OPEN);
  await clock.advance(20_000);
  expect(await stream.closed).toBe(1001);
  expect(anybodys.ws.readyState).toBe(anybodys.ws.OPEN);
});

const FIRING: Omit<AlertFiring, 'firing_id' | 'user_id'> = {
  ...{ alert_id: 'c9d1a4f0-3c58-4a39-8a3f-2f0f3a6f5b10', coin_id: 'bitcoin' },
  ...{ name: 'to buy', rule: 'price below 60,000 USD', note: null, seen: false, late: false },
  ...{ at: 1_796_000_000_000, told_at: 1_796_000_000_100, value: 59_990.1, price: 59_990.1 },
  ...{ quality: 'live', simulated: true, sources: ['binance'] },
};

test('what alerts fire reaches their owner, every one of it, and nobody else', async () => {
  const { origin, bus, users, owner, token } = await door();
  const neighbour = users.signIn({ role: 'admin' });
  const tell = (n: number, user_id: string) => {
    const firing_id = `5c1d3d0e-6f0a-4b0e-9d6b-0d9f5a1f7c${n}`;
    const value = { ...FIRING, firing_id, user_id };
    return bus.publish(ALERT_FIRINGS, [{ key: user_id, value }]).then(() => value);
  };
  expect(await openStream(origin, '/ws/alerts')).toMatchObject({ status: 401 });
  const mine = await opened(origin, '/ws/alerts', bearer(token));
  const theirs = await opened(origin, '/ws/alerts', bearer(await users.token(neighbour)));
  const all = [await tell(10, owner.user_id), await tell(11, neighbour.user_id)];
  all.push(await tell(12, owner.user_id), await tell(13, owner.user_id));
  const [first, other, ...more] = all;
  expect((await mine.heard(3)).map((one) => (one as { data: unknown }).data)).toEqual([
    first,
    ...more,
  ]);
  expect(await theirs.heard(1)).toEqual([{ seq: 1, type: 'alert_firing', data: other }]);
  const refused = await opened(origin, '/ws/alerts?coins=bitcoin', bearer(token));
  expect(await refused.closed).toBe(4400);
});

test('sentiment is relayed as it is published, the latest of each coin first', async () => {
  const bus = new MemoryEventBus({ clock: systemClock });
  const { origin } = await door({ bus });
  const sentiment = (coin_id: string, score: number) => ({
    ...{ coin_id, score, positive_pct: 50, negative_pct: 25, neutral_pct: 25, articles: 4 },
    timestamp: '2026-01-01T00:00:00.000Z',
  });
  const tell = (coin: string, score: number) =>
    bus.publish(SENTIMENT_UPDATES, [{ key: coin, value: sentiment(coin, score) }]);
  const all = await opened(origin, '/ws/sentiment');
  await tell('bitcoin', 0.1);
  await tell('ethereum', -0.5);
  await tell('bitcoin', 0.2);
  await all.heard(3);
  const one = await opened(origin, '/ws/sentiment?coins=bitcoin');
  await tell('ethereum', -0.6);
  await tell('bitcoin', 0.3);
  expect(await one.heard(3)).toMatchObject([
    { type: 'sentiment_update', data: sentiment('bitcoin', 0.2) },
    { type: 'snapshot_end', data: { coins: ['bitcoin'] } },
    { type: 'sentiment_update', data: sentiment('bitcoin', 0.3) },
  ]);
  await bus.close();
});
