import { TestClock } from '@tidemark/clock/test-clock';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { HOLDER_KEPT_MS, sessionKey, type Holder } from '@tidemark/contracts/credential';
import { privateKeyOf } from '@tidemark/service/identity/identity-keys';
import { IDENTITY_HEADER, IdentitySigner } from '@tidemark/service/identity/identity-token';
import { makeApiKey } from '@tidemark/service/api-key-form';
import { createLogger } from '@tidemark/telemetry/logger';
import { until } from '@tidemark/testkit/until';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { FORGERIES } from './support/forgeries.ts';
import { openDoor, type DoorOptions, type TestDoor } from './support/test-door.ts';
import { KEYS, stopAll } from './support/two-processes.ts';

afterEach(stopAll);

/** A door in a time that the test moves. */
async function door(options: DoorOptions = {}) {
  const clock = new TestClock(Date.now());
  const opened = await openDoor({ clock, ...options });
  return { ...opened, clock };
}

function ask(
  { app }: Pick<TestDoor, 'app'>,
  authorization: string | undefined,
  url = '/api/who/public',
  method: 'GET' | 'POST' = 'GET',
) {
  return app.inject({ url, method, headers: authorization === undefined ? {} : { authorization } });
}

const bearer = (token: string) => `Bearer ${token}`;

test('whoever shows nothing is nobody in particular', async () => {
  const opened = await door();
  expect((await ask(opened, undefined)).json()).toMatchObject({ userId: null, role: 'anonymous' });
  const refused = await ask(opened, undefined, '/api/who/user');
  expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([401, 'Bearer']);
  expect(refused.json()).toMatchObject({ error: { code: 'UNAUTHORIZED' } });
});

test('an access token says who asks, and the users service what they may do', async () => {
  const opened = await door();
  const holder = opened.users.signIn({ role: 'admin' });
  const token = await opened.users.token({ ...holder, role: 'user' });
  const answer = await ask(opened, bearer(token), '/api/who/admin');
  expect(answer.json()).toEqual({
    userId: holder.user_id,
    role: 'admin',
    sessionId: holder.session_id,
    scope: 'read_write',
  });
});

test.each<[string, Partial<Holder>, string, 'GET' | 'POST', number]>([
  ['read', { scope: 'read' }, 'user', 'GET', 200],
  ['read', { scope: 'read' }, 'user', 'POST', 403],
  ['read-write', {}, 'user', 'POST', 200],
  ['read-write', {}, 'account', 'GET', 403],
  ['read-write of an administrator', { role: 'admin' }, 'admin', 'GET', 403],
])('an API key (%s) at a route: %s %s %s is %i', async (_name, changes, access, method, status) => {
  const opened = await door();
  const { key, holder } = opened.users.makeKey(changes);
  const answer = await ask(opened, bearer(key), `/api/who/${access}`, method);
  expect(answer.statusCode).toBe(status);
  const { userId } = (await ask(opened, bearer(key))).json<{ userId: string }>();
  expect(userId).toBe(holder.user_id);
});

test.each(FORGERIES)('%s is refused everywhere below /api, and nowhere else', async (_, forge) => {
  const opened = await door();
  const holder = opened.users.signIn();
  const shown = await forge(opened.users, holder, Math.floor(opened.clock.now() / 1000));
  for (const url of ['/api/who/public', '/api/who/user', '/api/nothing', '/%61pi/who/public']) {
    const answer = await ask(opened, shown, url);
    expect([url, answer.statusCode]).toEqual([url, 401]);
    expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(answer.json()).toMatchObject({ success: false, error: { code: 'UNAUTHORIZED' } });
  }
  expect((await ask(opened, shown, '/healthz')).statusCode).toBe(200);
});

test('the token that the forgeries are made of is taken', async () => {
  const opened = await door();
  const token = await opened.users.token(opened.users.signIn());
  expect((await ask(opened, bearer(token), '/api/who/user')).statusCode).toBe(200);
  expect((await ask(opened, `bearer  ${token}`, '/api/who/user')).statusCode).toBe(200);
});

test('a token with one bit flipped anywhere is refused', async () => {
  const opened = await door({ config: { RATE_LIMIT_GENERAL_PER_MIN: 1_000_000 } });
  const token = await opened.users.token(opened.users.signIn());
  expect((await ask(opened, bearer(token))).statusCode).toBe(200);
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.nat(7), async (at, bit) => {
      const bytes = Buffer.from(token);
      bytes[at]! ^= 1 << bit;
      const answer = await ask(opened, bearer(bytes.toString('latin1')));
      expect(answer.statusCode).toBe(401);
    }),
    { numRuns: 500 },
  );
  for (let bit = 0; bit < 8; bit += 1) {
    const bytes = Buffer.from(token);
    bytes[bytes.length - 1]! ^= 1 << bit;
    expect((await ask(opened, bearer(bytes.toString('latin1')))).statusCode).toBe(401);
  }
}, 60_000);

test('two Authorization headers are refused, though Node shows the first alone', async () => {
  const { origin, users } = await door();
  const token = await users.token(users.signIn());
  const { Client } = await import('undici');
  const client = new Client(origin);
  const headers = ['authorization', bearer(token), 'Authorization', bearer(token)];
  const answer = await client.request({ method: 'GET', path: '/api/who/public', headers });
  expect(answer.statusCode).toBe(401);
  await client.close();
});

test('a token is refused once it expires, though it was taken before', async () => {
  const opened = await door();
  const token = await opened.users.token(opened.users.signIn());
  expect((await ask(opened, bearer(token))).statusCode).toBe(200);
  await opened.clock.advance(899_000);
  expect((await ask(opened, bearer(token))).statusCode).toBe(200);
  await opened.clock.advance(1_000);
  expect((await ask(opened, bearer(token))).statusCode).toBe(401);
});

test('a session is asked about once in ten seconds, and many requests at once ask once', async () => {
  const opened = await door();
  const token = await opened.users.token(opened.users.signIn());
  const all = await Promise.all(Array.from({ length: 30 }, () => ask(opened, bearer(token))));
  expect(all.map(({ statusCode }) => statusCode)).toEqual(Array(30).fill(200));
  expect(opened.users.asked).toHaveLength(1);
  await opened.clock.advance(HOLDER_KEPT_MS - 1);
  await ask(opened, bearer(token));
  expect(opened.users.asked).toHaveLength(1);
  await opened.clock.advance(1);
  await ask(opened, bearer(token));
  expect(opened.users.asked).toHaveLength(2);
});

test('a key that stands for nobody is kept nowhere, neither it nor that it does', async () => {
  const clock = new TestClock(Date.now());
  const cache = new MemoryCache({ clock });
  const keys: string[] = [];
  const [read, write] = [cache.get.bind(cache), cache.setIfNewer.bind(cache)];
  let written = 0;
  cache.get = (key) => {
    keys.push(key);
    return read(key);
  };
  cache.setIfNewer = (...args) => {
    written += 1;
    return write(...args);
  };
  const opened = await door({ clock, cache });
  const key = makeApiKey();
  for (let i = 0; i < 3; i += 1) expect((await ask(opened, bearer(key))).statusCode).toBe(401);
  expect(written).toBe(0);
  expect(keys.join()).not.toContain(key);
});

test('a session that has ended is refused at once in every gateway that shares the cache', async () => {
  const one = await door();
  const two = await openDoor({ clock: one.clock, cache: one.cache, users: one.users });
  const holder = one.users.signIn();
  const token = bearer(await one.users.token(holder));
  for (const each of [one, two]) expect((await ask(each, token)).statusCode).toBe(200);
  await one.users.endSession(holder);
  for (const each of [one, two]) expect((await ask(each, token)).statusCode).toBe(401);
});

test('an API key that has ended is refused at once', async () => {
  const opened = await door();
  const { key } = opened.users.makeKey();
  expect((await ask(opened, bearer(key))).statusCode).toBe(200);
  await opened.users.endKey(key);
  expect((await ask(opened, bearer(key))).statusCode).toBe(401);
});

test('an answer that was on its way when the session ended lets nobody in', async () => {
  const opened = await door();
  const holder = opened.users.signIn();
  const token = bearer(await opened.users.token(holder));
  opened.users.pause = () => opened.users.endSession(holder);
  expect((await ask(opened, token)).statusCode).toBe(401);
  opened.users.pause = async () => undefined;
  expect((await ask(opened, token)).statusCode).toBe(401);
});

test('a role that was changed holds at once, for a token from before', async () => {
  const opened = await door();
  const holder = opened.users.signIn({ role: 'admin' });
  const token = bearer(await opened.users.token(holder));
  expect((await ask(opened, token, '/api/who/admin')).statusCode).toBe(200);
  await opened.users.change(holder, { role: 'user' });
  expect((await ask(opened, token, '/api/who/admin')).statusCode).toBe(403);
});

test('while users is away, what the cache has holds and nobody else is let in', async () => {
  const opened = await door();
  const token = bearer(await opened.users.token(opened.users.signIn()));
  const other = bearer(await opened.users.token(opened.users.signIn()));
  expect((await ask(opened, token)).statusCode).toBe(200);
  opened.users.away = true;
  expect((await ask(opened, token)).statusCode).toBe(200);
  for (const shown of [other, bearer(makeApiKey())]) {
    const refused = await ask(opened, shown);
    expect(refused.statusCode).toBe(503);
    expect(refused.json()).toMatchObject({ error: { code: 'UPSTREAM_UNAVAILABLE' } });
  }
  expect((await ask(opened, undefined)).statusCode).toBe(200);
  await opened.clock.advance(HOLDER_KEPT_MS);
  expect((await ask(opened, token)).statusCode).toBe(503);
  opened.users.away = false;
  expect((await ask(opened, other)).statusCode).toBe(200);
});

test('while nobody can tell the keys, a token is neither let in nor called wrong', async () => {
  const opened = await door();
  const token = bearer(await opened.users.token(opened.users.signIn()));
  opened.users.away = true;
  expect((await ask(opened, token)).statusCode).toBe(503);
  opened.users.away = false;
  await opened.clock.advance(2_000);
  expect((await ask(opened, token)).statusCode).toBe(200);
});

test('without a cache every request asks users, and an end holds at once', async () => {
  const clock = new TestClock(Date.now());
  const cache = new MemoryCache({ clock });
  cache.get = async () => undefined;
  cache.set = async () => undefined;
  cache.setIfNewer = async () => false;
  const opened = await door({ clock, cache });
  const holder = opened.users.signIn();
  const token = bearer(await opened.users.token(holder));
  for (let i = 0; i < 3; i += 1) expect((await ask(opened, token)).statusCode).toBe(200);
  expect(opened.users.asked).toHaveLength(3);
  await opened.users.endSession(holder);
  expect((await ask(opened, token)).statusCode).toBe(401);
});

test('keys are rotated without a restart, and tokens of the old one hold until it is taken back', async () => {
  const opened = await door();
  const holder = opened.users.signIn();
  const old = bearer(await opened.users.token(holder));
  expect((await ask(opened, old)).statusCode).toBe(200);
  await opened.clock.advance(3_000);
  await opened.users.rotate();
  const young = bearer(await opened.users.token(holder));
  expect((await ask(opened, young)).statusCode).toBe(200);
  expect((await ask(opened, old)).statusCode).toBe(200);
  opened.users.keys.pop();
  await opened.clock.advance(60_000);
  await ask(opened, young);
  await opened.clock.advance(0);
  expect((await ask(opened, old)).statusCode).toBe(401);
  expect((await ask(opened, young)).statusCode).toBe(200);
});

test('a key that is made just after the keys were read holds at once', async () => {
  const opened = await door();
  const holder = opened.users.signIn();
  await ask(opened, bearer(await opened.users.token(holder)));
  await opened.clock.advance(60_000);
  await ask(opened, bearer(await opened.users.token(holder)));
  await until('the keys to be read in their turn', () => opened.users.keysAsked === 2);
  await opened.users.rotate();
  const answer = await ask(opened, bearer(await opened.users.token(holder)));
  expect(answer.statusCode).toBe(200);
});

test('tokens that name keys of fancy do not make us ask for keys each time', async () => {
  const opened = await door();
  const holder = opened.users.signIn();
  for (let i = 0; i < 20; i += 1) {
    const token = await opened.users.token(holder, { header: { kid: `k${i}` } });
    expect((await ask(opened, bearer(token))).statusCode).toBe(401);
  }
  expect(opened.users.keysAsked).toBe(1);
  await opened.clock.advance(2_000);
  await ask(opened, bearer(await opened.users.token(holder, { header: { kid: 'k' } })));
  expect(opened.users.keysAsked).toBe(2);
});

test('an identity header of a client is not believed, whoever signed it', async () => {
  const opened = await door();
  const holder = opened.users.signIn();
  const identity = {
    userId: holder.user_id,
    role: 'admin',
    sessionId: 's',
    scope: 'read_write',
  } as const;
  for (const audience of ['gateway', 'users']) {
    const signer = new IdentitySigner(privateKeyOf(KEYS.privateKey), opened.clock);
    const token = signer.sign(identity, audience, {
      method: 'GET',
      target: '/api/who/public',
    });
    const headers = { [IDENTITY_HEADER]: token };
    const answer = await opened.app.inject({ url: '/api/who/public', headers });
    expect(answer.json()).toMatchObject({ userId: null, role: 'anonymous' });
    expect((await opened.app.inject({ url: '/api/who/admin', headers })).statusCode).toBe(401);
    const url = '/api/users/internal/credential';
    const asked = { kind: 'session', session_id: holder.session_id };
    const inside = await opened.app.inject({ method: 'POST', url, headers, payload: asked });
    expect(inside.statusCode).toBe(404);
  }
});

test("what the gateway asks for itself is nobody's to ask, whatever they are", async () => {
  const opened = await door();
  const token = bearer(await opened.users.token(opened.users.signIn({ role: 'admin' })));
  const answer = await opened.app.inject({
    method: 'POST',
    url: '/api/users/internal/credential',
    headers: { authorization: token },
    payload: { kind: 'session', session_id: 'x' },
  });
  expect(answer.statusCode).toBe(404);
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
    const other = await opened.app.inject({ method, url: '/api/users/internal/credential' });
    expect([method, other.statusCode, other.headers.allow]).toEqual([method, 404, undefined]);
  }
});

test('a refused credential costs its address, and an account its own', async () => {
  const opened = await door({ config: { RATE_LIMIT_GENERAL_PER_MIN: 3 } });
  const token = bearer(await opened.users.token(opened.users.signIn()));
  const guess = () => ask(opened, bearer(makeApiKey())).then((answer) => answer.statusCode);
  expect([await guess(), await guess(), await guess(), await guess()]).toEqual([
    401, 401, 401, 429,
  ]);
  expect((await ask(opened, undefined)).statusCode).toBe(429);
  const mine = [1, 2, 3, 4].map(() => ask(opened, token).then((answer) => answer.statusCode));
  expect((await Promise.all(mine)).sort()).toEqual([200, 200, 200, 429]);
});

test('no credential is logged', async () => {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'trace',
    destination: { write: (line: string) => lines.push(line) },
  });
  const opened = await door({ logger });
  const token = await opened.users.token(opened.users.signIn());
  const { key } = opened.users.makeKey();
  for (const shown of [token, key, `${token}x`]) await ask(opened, bearer(shown));
  opened.users.away = true;
  await ask(opened, bearer(await opened.users.token(opened.users.signIn())));
  expect(lines.join()).not.toContain(token.split('.')[2]);
  expect(lines.join()).not.toContain(key);
});

test('an entry of the cache that another wrote is taken as it stands', async () => {
  const opened = await door();
  const holder = opened.users.signIn();
  await opened.cache.set(sessionKey(holder.session_id), { holder }, 1_000);
  const token = bearer(await opened.users.token(holder));
  expect((await ask(opened, token)).statusCode).toBe(200);
  expect(opened.users.asked).toHaveLength(0);
});
