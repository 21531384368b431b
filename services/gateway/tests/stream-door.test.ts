import { connect } from 'node:net';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { systemClock } from '@tidemark/clock/system-clock';
import { TestClock } from '@tidemark/clock/test-clock';
import { makeApiKey } from '@tidemark/service/api-key-form';
import { createLogger } from '@tidemark/telemetry/logger';
import { until } from '@tidemark/testkit/until';
import { afterEach, expect, test } from 'vitest';
import { openStream, opened } from './support/stream-client.ts';
import { openDoor, type DoorOptions, type TestDoor } from './support/test-door.ts';
import { TestPortfolios } from './support/test-portfolios.ts';
import { stopAll } from './support/two-processes.ts';

afterEach(stopAll);

const FRIEND = 'https://friend.example';

/** A door with a portfolio `p1`, and its owner. */
async function doorWithPortfolio(options: DoorOptions = {}) {
  const portfolios = new TestPortfolios();
  const routes = (app: TestDoor['app']) => portfolios.mount(app);
  const door = await openDoor({ corsOrigins: [FRIEND], routes, ...options });
  const owner = door.users.signIn();
  portfolios.owners.set('p1', owner.user_id);
  return { ...door, owner, token: await door.users.token(owner) };
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

async function ticketFor({ app }: TestDoor, token: string): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/stream/ticket',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  const { data } = answer.json<{ data: { ticket: string; expires_in: number } }>();
  expect(data.expires_in).toBe(30);
  return data.ticket;
}

test.each<[string, (own: string) => string | undefined, number]>([
  ['no origin', () => undefined, 101],
  ['our own', (own) => own, 101],
  ['our own in capitals', (own) => own.toUpperCase(), 101],
  ['one of CORS_ORIGINS', () => FRIEND, 101],
  ['another site', () => 'https://evil.example', 403],
  ['our host with another port', (own) => own.replace(/\d+$/, '1'), 403],
  ['our host without its port', (own) => own.replace(/:\d+$/, ''), 403],
  ['our host over TLS', (own) => own.replace('http', 'https'), 403],
  ['a site that begins like ours', (own) => `${own}.evil.example`, 403],
  ['a friend over plain http', () => FRIEND.replace('https', 'http'), 403],
  ['a site that ends like a friend', () => 'https://notfriend.example', 403],
  ['a sandboxed page', () => 'null', 403],
  ['a file', () => 'file://', 403],
  ['nothing', () => '', 403],
])('a page of %s (%o): %i', async (_name, originOf, status) => {
  const { origin } = await openDoor({ corsOrigins: [FRIEND] });
  const page = originOf(origin);
  const headers = page === undefined ? {} : { origin: page };
  expect((await openStream(origin, '/ws/prices', { headers })).status).toBe(status);
});

test('the origin is compared with what the client addressed, as a trusted proxy tells it', async () => {
  const told = {
    origin: 'https://tidemark.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'tidemark.example',
  };
  const trusting = await openDoor({ trustedProxies: ['127.0.0.1'] });
  expect((await openStream(trusting.origin, '/ws/prices', { headers: told })).status).toBe(101);
  const wary = await openDoor();
  expect((await openStream(wary.origin, '/ws/prices', { headers: told })).status).toBe(403);
});

test('PUBLIC_URL is where our pages come from, whatever an unnamed proxy makes of the address', async () => {
  const publicOrigin = 'https://tide.example.com';
  const lines: string[] = [];
  const write = (line: string) => line.includes('TRUSTED_PROXIES') && lines.push(line);
  const logger = createLogger({ level: 'warn', destination: { write } });
  const { origin } = await openDoor({ publicOrigin, logger });
  const open = (page: string, host?: string) =>
    openStream(origin, '/ws/prices', { headers: { origin: page, ...(host && { host }) } });
  expect((await open(publicOrigin)).status).toBe(101);
  expect((await open(publicOrigin, 'tide.example.com')).status).toBe(101);
  for (const stranger of ['https://evil.example', 'http://tide.example.com']) {
    const refused = await open(stranger);
    expect(refused).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(refused).toHaveProperty('message', expect.stringContaining('TRUSTED_PROXIES'));
  }
  expect(lines).toHaveLength(1);
});

test.each(['/ws/prices', '/ws/sentiment', '/ws/portfolio/p1', '/ws/alerts'])(
  'a header or a ticket that does not hold is refused at %s',
  async (path) => {
    const { origin, users } = await doorWithPortfolio();
    const ended = users.signIn();
    const token = await users.token(ended);
    await users.endSession(ended);
    for (const shown of ['garbage', token, makeApiKey()]) {
      expect(await openStream(origin, path, bearer(shown))).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': 'Bearer' },
      });
    }
    for (const ticket of ['garbage', 'A'.repeat(43), '']) {
      const refused = await openStream(origin, `${path}?ticket=${ticket}`);
      expect(refused).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
    }
  },
);

test('a ticket opens one WebSocket as whoever asked for it', async () => {
  const door = await doorWithPortfolio();
  const path = `/ws/portfolio/p1?ticket=${await ticketFor(door, door.token)}`;
  expect((await openStream(door.origin, path)).status).toBe(101);
  expect((await openStream(door.origin, path)).status).toBe(401);
});

test('of two that show the same ticket at once one gets in', async () => {
  const door = await doorWithPortfolio();
  for (let round = 0; round < 10; round += 1) {
    const path = `/ws/portfolio/p1?ticket=${await ticketFor(door, door.token)}`;
    const both = await Promise.all([1, 2].map(() => openStream(door.origin, path)));
    expect(both.map(({ status }) => status).sort()).toEqual([101, 401]);
    for (const each of both) if ('ws' in each) each.ws.terminate();
  }
});

test('a ticket is good for thirty seconds, and for no longer than its session', async () => {
  const clock = new TestClock(Date.now());
  const door = await doorWithPortfolio({ clock });
  const old = await ticketFor(door, door.token);
  await clock.advance(30_000);
  expect((await openStream(door.origin, `/ws/prices?ticket=${old}`)).status).toBe(401);
  const ticket = await ticketFor(door, door.token);
  await door.users.endSession(door.owner);
  expect((await openStream(door.origin, `/ws/prices?ticket=${ticket}`)).status).toBe(401);
});

test('an API key gets a ticket too, and the cache has neither the ticket nor the key', async () => {
  const cache = new MemoryCache({ clock: systemClock });
  const written: string[] = [];
  const setIfNewer = cache.setIfNewer.bind(cache);
  cache.setIfNewer = (key, value, ...rest) => {
    written.push(key, JSON.stringify(value));
    return setIfNewer(key, value, ...rest);
  };
  const door = await doorWithPortfolio({ cache });
  const { key } = door.users.makeKey({ user_id: door.owner.user_id });
  const ticket = await ticketFor(door, key);
  for (const secret of [ticket, key]) expect(written.join()).not.toContain(secret);
  const path = `/ws/portfolio/p1?ticket=${ticket}`;
  expect((await openStream(door.origin, path)).status).toBe(101);
});

test('a ticket needs an account, and a key that may do more than read', async () => {
  const { app, users } = await doorWithPortfolio();
  const url = '/api/stream/ticket';
  expect((await app.inject({ method: 'POST', url })).statusCode).toBe(401);
  const { key } = users.makeKey({ scope: 'read' });
  expect((await app.inject({ method: 'POST', url, ...bearer(key) })).statusCode).toBe(403);
});

test('without a cache there are no tickets, and nobody is told theirs is wrong', async () => {
  const cache = new MemoryCache({ clock: systemClock });
  cache.setIfNewer = async () => false;
  cache.take = async () => undefined;
  cache.ping = () => Promise.reject(new Error('away'));
  const { app, origin, token } = await doorWithPortfolio({ cache });
  const asked = await app.inject({ method: 'POST', url: '/api/stream/ticket', ...bearer(token) });
  expect(asked.statusCode).toBe(503);
  const shown = await openStream(origin, `/ws/prices?ticket=${'A'.repeat(43)}`);
  expect(shown.status).toBe(503);
});

test('the cookie opens a stream for a page of ours and for no other', async () => {
  const { origin, users, owner } = await doorWithPortfolio();
  const cookie = `theme=dark; tidemark_refresh=${users.makeRefreshToken(owner)}`;
  const path = '/ws/portfolio/p1';
  const statusOf = (headers: Record<string, string>) =>
    openStream(origin, path, { headers }).then(({ status }) => status);
  expect(await statusOf({ origin, cookie })).toBe(101);
  expect(await statusOf({ cookie })).toBe(401);
  expect(await statusOf({ origin: FRIEND, cookie })).toBe(401);
  expect(await statusOf({ origin: 'https://evil.example', cookie })).toBe(403);
  expect(await statusOf({ origin, cookie: 'tidemark_refresh=stale' })).toBe(401);
});

test('by plain HTTP the cookie opens a stream at names of this machine alone', async () => {
  const { origin, users, owner } = await doorWithPortfolio();
  const cookie = `tidemark_refresh=${users.makeRefreshToken(owner)}`;
  const { port } = new URL(origin);
  const statusAt = (name: string) => {
    const headers = { origin: `http://${name}:${port}`, host: `${name}:${port}`, cookie };
    return openStream(origin, '/ws/portfolio/p1', { headers }).then(({ status }) => status);
  };
  for (const name of ['localhost', '127.0.0.1', '[::1]']) expect(await statusAt(name)).toBe(101);
  for (const name of ['tidemark.example', 'localhost.example', '192.0.2.7']) {
    expect(await statusAt(name)).toBe(401);
  }
});

test('cookies that somebody made up are asked about no more often than their address may ask', async () => {
  const { origin, users } = await openDoor({ config: { RATE_LIMIT_GENERAL_PER_MIN: 3 } });
  const statuses = [0, 1, 2, 3, 4, 5].map((i) => {
    const headers = { origin, cookie: `tidemark_refresh=stale${i}` };
    return openStream(origin, '/ws/prices', { headers }).then(({ status }) => status);
  });
  expect((await Promise.all(statuses)).sort()).toEqual([101, 101, 101, 429, 429, 429]);
  expect(users.asked).toHaveLength(3);
});

test('under TLS the cookie counts that nobody else can have set', async () => {
  const door = await doorWithPortfolio({ trustedProxies: ['127.0.0.1'] });
  const token = door.users.makeRefreshToken(door.owner);
  const origin = 'https://tidemark.example';
  const told = { origin, 'x-forwarded-proto': 'https', 'x-forwarded-host': 'tidemark.example' };
  const statusOf = (cookie: string) =>
    openStream(door.origin, '/ws/portfolio/p1', { headers: { ...told, cookie } }).then(
      ({ status }) => status,
    );
  expect(await statusOf(`tidemark_refresh=${token}`)).toBe(401);
  expect(await statusOf(`__Host-tidemark_refresh=${token}`)).toBe(101);
});

test('a stale cookie, or one that nobody can check, closes no public stream', async () => {
  const { origin, users } = await doorWithPortfolio();
  const headers = { origin, cookie: 'tidemark_refresh=stale' };
  expect((await openStream(origin, '/ws/prices', { headers })).status).toBe(101);
  users.away = true;
  expect((await openStream(origin, '/ws/prices', { headers })).status).toBe(101);
  expect((await openStream(origin, '/ws/portfolio/p1', { headers })).status).toBe(503);
});

test('while users is away nobody new is let in by a header', async () => {
  const { origin, users, token } = await doorWithPortfolio();
  users.away = true;
  expect((await openStream(origin, '/ws/prices', bearer(token))).status).toBe(503);
});

test('an account has so many WebSockets over all streams, and gets one back for each it closes', async () => {
  const door = await doorWithPortfolio({ config: { WS_CONNECTIONS_PER_USER: 3 } });
  const paths = ['/ws/prices', '/ws/alerts', '/ws/portfolio/p1'];
  const open = await Promise.all(
    paths.map((path) => opened(door.origin, path, bearer(door.token))),
  );
  const again = () => openStream(door.origin, '/ws/prices', bearer(door.token));
  expect(await again()).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect((await openStream(door.origin, '/ws/prices')).status).toBe(101);
  open[0]?.ws.terminate();
  await until('a slot to be free', async () => (await again()).status === 101);
  expect((await again()).status).toBe(429);
});

test('those without an account have so many for each address', async () => {
  const { origin, users } = await openDoor({ config: { WS_CONNECTIONS_PER_ADDRESS: 2 } });
  const open = await Promise.all([opened(origin, '/ws/prices'), opened(origin, '/ws/sentiment')]);
  expect((await openStream(origin, '/ws/prices')).status).toBe(429);
  const token = await users.token(users.signIn());
  expect((await openStream(origin, '/ws/prices', bearer(token))).status).toBe(101);
  open[0].ws.close();
  await until('a slot', async () => (await openStream(origin, '/ws/prices')).status === 101);
});

test('what is refused holds no place', async () => {
  const { origin } = await openDoor({ config: { WS_CONNECTIONS_PER_ADDRESS: 1 } });
  for (let i = 0; i < 5; i += 1) {
    expect((await openStream(origin, '/ws/portfolio/p1')).status).toBe(401);
  }
  await until('room', async () => (await openStream(origin, '/ws/prices')).status === 101);
});

test('a client that hangs up while it is looked at holds no place', async () => {
  const { origin, users } = await openDoor({ config: { WS_CONNECTIONS_PER_USER: 1 } });
  const token = await users.token(users.signIn());
  const waiting = Promise.withResolvers<undefined>();
  users.pause = () => waiting.promise;
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.write(
    'GET /ws/prices HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n' +
      'sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n' +
      `authorization: Bearer ${token}\r\n\r\n`,
  );
  await until('the question', () => users.asked.length > 0);
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  waiting.resolve(undefined);
  expect((await openStream(origin, '/ws/prices', bearer(token))).status).toBe(101);
});

test('upgrades are counted with requests, and refused ones cost their address', async () => {
  const { origin } = await openDoor({ config: { RATE_LIMIT_GENERAL_PER_MIN: 3 } });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    statuses.push((await openStream(origin, '/ws/prices', bearer('garbage'))).status);
  }
  expect(statuses).toEqual([401, 401, 401, 429]);
  expect((await openStream(origin, '/ws/prices')).status).toBe(429);
});

test('upgrades to paths that there are not are counted too', async () => {
  const { origin } = await openDoor({ config: { RATE_LIMIT_GENERAL_PER_MIN: 2 } });
  const statuses: number[] = [];
  for (const path of ['/ws/nothing', '/nothing', '/ws/nothing']) {
    statuses.push((await openStream(origin, path)).status);
  }
  expect(statuses).toEqual([404, 404, 429]);
});
