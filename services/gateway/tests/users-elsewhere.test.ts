import type { IncomingHttpHeaders } from 'node:http';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { systemClock } from '@tidemark/clock/system-clock';
import type { Identity } from '@tidemark/service/identity/identity';
import { until } from '@tidemark/testkit/until';
import { afterEach, expect, test } from 'vitest';
import { OPEN } from '@tidemark/testkit/open-route';
import { openDoor } from './support/test-door.ts';
import { TestUsers } from './support/test-users.ts';
import { startService, stopAll } from './support/two-processes.ts';

afterEach(stopAll);

/** A gateway, users and market-data with a process each; what reached the two services is kept. */
async function threeProcesses() {
  const cache = new MemoryCache({ clock: systemClock });
  const users = new TestUsers(systemClock, cache);
  const seen: { headers: IncomingHttpHeaders; identity: Identity; url: string }[] = [];
  const usersApp = await startService(
    (app) => {
      users.mount(app);
      app.post('/api/users/login', OPEN, (request, reply) => {
        seen.push({ headers: request.headers, identity: request.identity, url: request.url });
        reply.header('set-cookie', ['a=1; HttpOnly', 'b=2']);
        return {};
      });
      app.get('/api/admin/users', { config: { access: 'admin' } }, () => ({ users: [] }));
    },
    { services: new Set(['users']) },
  );
  const marketApp = await startService((app) => {
    app.get('/api/market/who', OPEN, (request) => {
      seen.push({ headers: request.headers, identity: request.identity, url: request.url });
      return {};
    });
  });
  const elsewhere = { users: usersApp.origin, marketData: marketApp.origin };
  const door = await openDoor({ cache, users, elsewhere });
  return { ...door, seen, usersApp, marketApp };
}

test('keys and sessions are asked of users, wherever it is', async () => {
  const { app, users } = await threeProcesses();
  const holder = users.signIn({ role: 'admin' });
  const authorization = `Bearer ${await users.token(holder)}`;
  const answer = await app.inject({ url: '/api/who/admin', headers: { authorization } });
  expect(answer.json()).toMatchObject({ userId: holder.user_id, role: 'admin' });
  expect(users.asked).toHaveLength(1);
  const admin = await app.inject({ url: '/api/admin/users', headers: { authorization } });
  expect(admin.json()).toEqual({ users: [] });
  await users.endSession(holder);
  const ended = await app.inject({ url: '/api/who/admin', headers: { authorization } });
  expect(ended.statusCode).toBe(401);
});

test('a service elsewhere hears who asks, and nothing that could be used to say so again', async () => {
  const { app, users, seen } = await threeProcesses();
  const holder = users.signIn();
  const headers = { authorization: `Bearer ${await users.token(holder)}`, cookie: 'c=1' };
  await app.inject({ url: '/api/market/who', headers });
  await app.inject({ url: '/api/users/login', method: 'POST', headers });
  const identity = {
    userId: holder.user_id,
    role: 'user',
    sessionId: holder.session_id,
    scope: 'read_write',
  };
  expect(seen.map((each) => each.identity)).toEqual([identity, identity]);
  expect(seen.map((each) => each.headers.authorization)).toEqual([undefined, undefined]);
  expect(seen.map((each) => each.headers.cookie)).toEqual([undefined, 'c=1']);
});

test('every cookie that users sets reaches the client', async () => {
  const { app } = await threeProcesses();
  const answer = await app.inject({ url: '/api/users/login', method: 'POST' });
  expect(answer.headers['set-cookie']).toEqual(['a=1; HttpOnly', 'b=2']);
});

test('a refusal of a service elsewhere says how to sign in', async () => {
  const { app } = await threeProcesses();
  const answer = await app.inject('/api/admin/users');
  expect(answer.statusCode).toBe(401);
  expect(answer.headers['www-authenticate']).toBe('Bearer');
});

test("what is the gateway's to ask is nobody else's, through the gateway too", async () => {
  const { app, users } = await threeProcesses();
  const authorization = `Bearer ${await users.token(users.signIn({ role: 'admin' }))}`;
  const answer = await app.inject({
    method: 'POST',
    url: '/api/users/internal/credential',
    headers: { authorization },
    payload: { kind: 'session', session_id: 'x' },
  });
  expect(answer.statusCode).toBe(404);
});

test('while users is gone nobody new is let in, and the public is served', async () => {
  const { app, users, usersApp } = await threeProcesses();
  const known = `Bearer ${await users.token(users.signIn())}`;
  expect(
    (await app.inject({ url: '/api/who/user', headers: { authorization: known } })).statusCode,
  ).toBe(200);
  const authorization = `Bearer ${await users.token(users.signIn())}`;
  await usersApp.app.close();
  const refused = await app.inject({ url: '/api/market/who', headers: { authorization } });
  expect(refused.statusCode).toBe(503);
  expect(refused.json()).toMatchObject({ error: { code: 'UPSTREAM_UNAVAILABLE' } });
  expect((await app.inject('/api/market/who')).statusCode).toBe(200);
  const cached = await app.inject({ url: '/api/market/who', headers: { authorization: known } });
  expect(cached.statusCode).toBe(200);
});

test('a gateway waits for users before it is ready', async () => {
  const { usersApp, marketApp } = await threeProcesses();
  usersApp.readiness.ready = false;
  const elsewhere = { users: usersApp.origin, marketData: marketApp.origin };
  const door = await openDoor({ elsewhere });
  expect(door.waitingFor()).toContain('users');
  usersApp.readiness.ready = true;
  await until('users to be seen', () => door.waitingFor() === null);
});
