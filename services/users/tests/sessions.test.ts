import { MemoryCache } from '@tidemark/cache/memory-cache';
import { TestClock } from '@tidemark/clock/test-clock';
import { sessionKey } from '@tidemark/contracts/credential';
import type { Session, SignedIn } from '@tidemark/contracts/session';
import type { Database } from '@tidemark/database/database';
import { until } from '@tidemark/testkit/until';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { usersHousekeeping } from '../src/housekeeping.ts';
import { MAX_SESSIONS } from '../src/sessions/sessions.ts';
import { ask, login, PASSWORD, register, sessionIdOf } from './support/client.ts';
import {
  emptyUsersDatabase,
  openUsersDatabase,
  startUsers,
  type UsersUnderTest,
} from './support/users-app.ts';

const DAY = 86_400_000;

/** A cache that is away while the test says so, as Redis' adapter is: it answers nothing and takes nothing. */
class AwayCache extends MemoryCache {
  away = false;
  asked = 0;

  override get<T>(key: string): Promise<T | undefined> {
    return this.away ? Promise.resolve(undefined) : super.get(key);
  }

  override setIfNewer(key: string, value: unknown, version: number, ttl: number): Promise<boolean> {
    this.asked += 1;
    return this.away ? Promise.resolve(false) : super.setIfNewer(key, value, version, ttl);
  }
}

let database: Database & AsyncDisposable;
let users: UsersUnderTest;
let clock: TestClock;
let cache: AwayCache;
let anna: SignedIn;
beforeAll(async () => {
  database = await openUsersDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyUsersDatabase(database);
  clock = new TestClock();
  cache = new AwayCache({ clock });
  users = await startUsers(database, { cache, clock });
  anna = await register(users.app, 'anna');
});
afterEach(() => users.close());

const signIn = async (headers: Record<string, string> = {}) =>
  (await login(users.app, { username: 'anna', password: PASSWORD }, { headers })).data;
const list = async (as = anna) =>
  (await ask<Session[]>(users.app, 'GET', '/api/users/me/sessions', { as })).data;
const refresh = ({ refresh_token }: SignedIn) =>
  ask<SignedIn>(users.app, 'POST', '/api/users/refresh', { body: { refresh_token } });
const end = (id: string, as = anna) =>
  ask(users.app, 'DELETE', `/api/users/me/sessions/${id}`, { as });
const told = (signedIn: SignedIn) => cache.get(sessionKey(sessionIdOf(signedIn)));
const NOBODY = { holder: null };

describe('the list of sessions', () => {
  test('says where somebody is signed in, the one used last first', async () => {
    await clock.advance(60_000);
    const phone = await signIn({ 'user-agent': 'a phone' });
    const sessions = await list(phone);
    expect(sessions).toMatchObject([
      {
        session_id: sessionIdOf(phone),
        current: true,
        user_agent: 'a phone',
        address: '127.0.0.1',
      },
      { session_id: sessionIdOf(anna), current: false },
    ]);
    await clock.advance(60_000);
    await refresh(anna);
    const [first] = await list(phone);
    expect(first).toMatchObject({ session_id: sessionIdOf(anna), current: false });
    expect(Date.parse(first?.last_used_at ?? '')).toBe(clock.now());
    expect(Date.parse(first?.expires_at ?? '')).toBe(clock.now() + 7 * DAY);
  });

  test('leaves out those that are over', async () => {
    await signIn();
    const left = await signIn();
    await ask(users.app, 'POST', '/api/users/logout', { as: left });
    await clock.advance(6 * DAY);
    const on = (await refresh(anna)).data;
    await clock.advance(DAY);
    expect((await list(on)).map(({ session_id }) => session_id)).toEqual([sessionIdOf(anna)]);
  });

  test('ends by itself after ninety days, however often it is refreshed', async () => {
    let on = anna;
    for (let day = 6; day < 90; day += 6) {
      await clock.advance(6 * DAY);
      on = (await refresh(on)).data;
    }
    expect(Date.parse((await list(on))[0]?.expires_at ?? '')).toBe(clock.now() + 6 * DAY);
    await clock.advance(6 * DAY);
    expect((await refresh(on)).status).toBe(401);
  });

  test('is one’s own', async () => {
    const ben = await register(users.app, 'ben');
    expect(await list(ben)).toHaveLength(1);
    const others = await ask(users.app, 'GET', `/api/users/${anna.user_id}/sessions`, { as: ben });
    expect([others.status, others.error.code]).toEqual([404, 'RESOURCE_NOT_FOUND']);
  });
});

describe('ending one of them', () => {
  test('stops its refresh token, and tells the gateways', async () => {
    const phone = await signIn();
    expect((await end(sessionIdOf(phone))).status).toBe(200);
    expect((await refresh(phone)).status).toBe(401);
    expect(await told(phone)).toEqual(NOBODY);
    expect((await refresh(anna)).status).toBe(200);
    expect(await told(anna)).toBeUndefined();
  });

  test('that is somebody else’s, over or unknown is 404', async () => {
    const ben = await register(users.app, 'ben');
    const gone = sessionIdOf(await signIn());
    await end(gone);
    for (const id of [sessionIdOf(ben), gone, crypto.randomUUID(), 'x', `${gone}x`]) {
      const { status, error } = await end(id);
      expect([status, error.code]).toEqual([404, 'RESOURCE_NOT_FOUND']);
    }
    expect((await end('%00')).status).toBe(400);
    expect((await refresh(ben)).status).toBe(200);
  });
});

test('signing out everywhere ends all of them, and nobody else’s', async () => {
  const ben = await register(users.app, 'ben');
  const phone = await signIn();
  const { data } = await ask(users.app, 'POST', '/api/users/logout-everywhere', { as: phone });
  expect(data).toEqual({ ended: 2 });
  for (const signedIn of [anna, phone]) {
    expect((await refresh(signedIn)).status).toBe(401);
    expect(await told(signedIn)).toEqual(NOBODY);
  }
  expect((await refresh(ben)).status).toBe(200);
});

test('past the most that an account may have, the one not used for longest makes room', async () => {
  const sessions = [anna];
  while (sessions.length < MAX_SESSIONS) {
    await clock.advance(1_000);
    sessions.push(await signIn());
  }
  await clock.advance(1_000);
  sessions[0] = (await refresh(anna)).data;
  await signIn();
  expect(await list()).toHaveLength(MAX_SESSIONS);
  expect((await refresh(sessions[0])).status).toBe(200);
  expect((await refresh(sessions[1]!)).status).toBe(401);
  expect(await told(sessions[1]!)).toEqual(NOBODY);
  expect((await refresh(sessions[2]!)).status).toBe(200);
});

describe('what is told of an end', () => {
  test('is not replaced by an answer that was asked for before', async () => {
    await ask(users.app, 'POST', '/api/users/logout', { as: anna });
    const holder = { user_id: anna.user_id };
    expect(await cache.setIfNewer(sessionKey(sessionIdOf(anna)), { holder }, 1, 10_000)).toBe(
      false,
    );
    await clock.advance(15 * 60_000 - 1);
    expect(await told(anna)).toEqual(NOBODY);
  });

  test('is told again when the cache comes back, and nobody waits for that', async () => {
    cache.away = true;
    const { status } = await ask(users.app, 'POST', '/api/users/logout', { as: anna });
    expect(status).toBe(200);
    await clock.advance(300);
    cache.away = false;
    await clock.advance(1_000);
    expect(await told(anna)).toEqual(NOBODY);
    const { asked } = cache;
    await clock.advance(60_000);
    expect(cache.asked).toBe(asked);
  });

  test('is given up after a while, when gateways have asked again anyway', async () => {
    cache.away = true;
    await ask(users.app, 'POST', '/api/users/logout', { as: anna });
    await clock.advance(60_000);
    expect(cache.asked).toBe(6);
    expect(clock.pending).toBe(0);
  });

  test('is written after the commit: a session that is told to have ended has', async () => {
    const seen: unknown[] = [];
    const original = cache.setIfNewer.bind(cache);
    cache.setIfNewer = async (...args) => {
      seen.push(await users.parts.db.selectFrom('sessions').select('ended_at').execute());
      return original(...args);
    };
    await ask(users.app, 'POST', '/api/users/logout', { as: anna });
    expect(seen).toEqual([[{ ended_at: new Date(clock.now()) }]]);
  });
});

test('sessions, tokens and events that are long over are removed, and no others', async () => {
  const { db } = users.parts;
  const housekeeping = usersHousekeeping(users.parts);
  const count = async () => ({
    sessions: (await db.selectFrom('sessions').select('id').execute()).length,
    tokens: (await db.selectFrom('refresh_tokens').select('hash').execute()).length,
    events: (await db.selectFrom('security_events').select('id').execute()).length,
  });
  housekeeping.start();
  const left = await signIn();
  await ask(users.app, 'POST', '/api/users/logout', { as: left });
  let on = (await refresh(anna)).data;
  await clock.advance(DAY - 1);
  expect(await count()).toEqual({ sessions: 2, tokens: 3, events: 3 });
  await clock.advance(3_600_001);
  await until('the ended session is gone', async () => (await count()).sessions === 1);
  expect(await count()).toEqual({ sessions: 1, tokens: 2, events: 3 });
  await housekeeping.stop();
  const later = usersHousekeeping(users.parts);
  for (let day = 5; day <= 80; day += 5) {
    await clock.advance(5 * DAY);
    on = (await refresh(on)).data;
  }
  await later.run();
  expect(await count()).toEqual({ sessions: 1, tokens: 3, events: 3 });
  expect((await refresh(on)).status).toBe(200);
  await clock.advance(400 * DAY);
  await later.run();
  expect(await count()).toEqual({ sessions: 0, tokens: 0, events: 0 });
});
