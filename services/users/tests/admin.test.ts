import { randomUUID } from 'node:crypto';
import { apiKeyKey, sessionKey, type Holder } from '@tidemark/contracts/credential';
import type { SignedIn } from '@tidemark/contracts/session';
import type { User } from '@tidemark/contracts/user';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { digestOf } from '../src/tokens/random-token.ts';
import { ask, login, PASSWORD, sessionIdOf, type Answer } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const rig = usersRig();
let anna: SignedIn;
let ben: SignedIn;
beforeEach(async () => {
  anna = await rig.register('anna');
  await rig.clock.advance(1);
  ben = await rig.register('ben');
});

type Method = 'GET' | 'PATCH' | 'DELETE' | 'POST';
const admin = <T = unknown>(
  method: Method,
  path: string,
  body?: object,
  as = anna,
): Promise<Answer<T>> =>
  ask<T>(rig.app, method, `/api/admin/${path}`, { as, ...(body && { body }) });
const patch = (who: SignedIn, body: object, as = anna) =>
  admin<User>('PATCH', `users/${who.user_id}`, body, as);
const page = (query = '') => admin<User[]>('GET', `users${query}`);
const namesOf = (answer: Answer<User[]>) => answer.data.map(({ username }) => username);
const NOBODY = { holder: null };

async function makeKey(who: SignedIn): Promise<string> {
  const body = { name: 'bot', scope: 'read' };
  const { data } = await rig.as(who).ask<{ key: string }>('POST', 'me/api-keys', body);
  return data.key;
}

/** What a gateway does that has asked about a credential. */
async function remember(cacheKey: string, holder: Holder | null): Promise<boolean> {
  return rig.cache.setIfNewer(cacheKey, { holder }, 1, 10_000);
}
const ofKey = (key: string) => rig.parts.holders.holderOf({ kind: 'api_key', key });
const ofSession = (who: SignedIn) =>
  rig.parts.holders.holderOf({ kind: 'session', session_id: sessionIdOf(who) });

test('only an administrator gets in, by a session', async () => {
  expect((await admin('GET', 'users', undefined, ben)).status).toBe(403);
  const byKey = {
    userId: anna.user_id,
    role: 'admin',
    sessionId: null,
    scope: 'read_write',
  } as const;
  expect((await ask(rig.app, 'GET', '/api/admin/users', { as: byKey })).status).toBe(403);
  expect((await ask(rig.app, 'GET', '/api/admin/users')).status).toBe(401);
});

test('accounts are listed newest first, and found by a part of their names', async () => {
  expect(namesOf(await page())).toEqual(['ben', 'anna']);
  expect(namesOf(await page('?search=AN'))).toEqual(['anna']);
  expect(namesOf(await page('?search=ben%40example'))).toEqual(['ben']);
  expect(namesOf(await page('?search='))).toEqual(['ben', 'anna']);
  await rig.register('a_b');
  expect(namesOf(await page('?search=_'))).toEqual(['a_b']);
  for (const wild of ['%25', '%5C', 'a%25', '%5Cn']) {
    expect(namesOf(await page(`?search=${wild}`))).toEqual([]);
  }
});

test('what is no page is refused', async () => {
  for (const query of [
    'limit=0',
    'limit=101',
    'cursor=x',
    'cursor=bnVsbA',
    'search=%00',
    'search=%1f',
  ]) {
    expect((await page(`?${query}`)).status).toBe(400);
  }
});

test('pages give every account once, whatever is made meanwhile', async () => {
  const { db } = rig.parts;
  const insert = (username: string, at: number) =>
    db
      .insertInto('users')
      .values({
        id: randomUUID(),
        username,
        username_key: username,
        email: `${username}@example.com`,
        email_key: `${username}@example.com`,
        password_hash: '-',
        role: 'user',
        is_active: true,
        preferences: '{}',
        created_at: new Date(rig.clock.now() + at),
        password_changed_at: new Date(rig.clock.now()),
      })
      .execute();
  let made = 0;
  const times = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(times, fc.integer({ min: 1, max: 5 }), async (ages, limit) => {
      await db.deleteFrom('users').where('id', '!=', anna.user_id).execute();
      for (const at of ages) await insert(`user${made++}`, at);
      const before = namesOf(await page('?limit=100'));
      const seen: string[] = [];
      for (let cursor: string | null | undefined = ''; cursor !== null;) {
        const { data, meta } = await listed(`?limit=${limit}${cursor && `&cursor=${cursor}`}`);
        seen.push(...data.map(({ username }) => username));
        expect(data.length).toBeLessThanOrEqual(limit);
        await insert(`late${made++}`, 10);
        cursor = meta.next_cursor;
      }
      expect(seen).toEqual(before);
    }),
    { numRuns: 15 },
  );
});

async function listed(query: string) {
  const headers = {
    'x-test-identity': JSON.stringify({
      userId: anna.user_id,
      role: 'admin',
      sessionId: 's',
      scope: 'read_write',
    }),
  };
  const response = await rig.app.inject({ url: `/api/admin/users${query}`, headers });
  return response.json<{ data: User[]; meta: { next_cursor: string | null } }>();
}

test('an account is read by its id, and only by that', async () => {
  const { data } = await admin<User>('GET', `users/${ben.user_id.toUpperCase()}`);
  expect(data).toMatchObject({ username: 'ben', is_active: true, two_factor_enabled: false });
  for (const id of ['me', 'ben', randomUUID()]) {
    expect((await admin('GET', `users/${id}`)).status).toBe(404);
    expect((await admin('PATCH', `users/${id}`, { role: 'user' })).status).toBe(404);
  }
  expect((await admin('GET', 'users/%00')).status).toBe(400);
});

test('closing an account ends its sessions and its keys for the very next request', async () => {
  const key = await makeKey(ben);
  const cached = [sessionKey(sessionIdOf(ben)), apiKeyKey(digestOf(key))];
  await remember(cached[0]!, await ofSession(ben));
  await remember(cached[1]!, await ofKey(key));
  const { status, data } = await patch(ben, { is_active: false });
  expect(status).toBe(200);
  expect(data.is_active).toBe(false);
  expect(await rig.cache.getMany(cached)).toEqual([NOBODY, NOBODY]);
  expect([await ofSession(ben), await ofKey(key)]).toEqual([null, null]);
  expect((await login(rig.app, { username: 'ben', password: PASSWORD })).status).toBe(401);
  expect(await rig.events(ben.user_id)).toContain('account_deactivated');
});

test('opened again, an account’s keys work at once; its sessions stay ended', async () => {
  const key = await makeKey(ben);
  const cached = [sessionKey(sessionIdOf(ben)), apiKeyKey(digestOf(key))];
  await patch(ben, { is_active: false });
  await patch(ben, { is_active: true });
  const [session, ofItsKey] = await rig.cache.getMany<{ holder: Holder | null }>(cached);
  expect(session).toEqual(NOBODY);
  expect(ofItsKey?.holder).toEqual(await ofKey(key));
  expect(ofItsKey?.holder?.user_id).toBe(ben.user_id);
  expect((await login(rig.app, { username: 'ben', password: PASSWORD })).status).toBe(200);
  expect(await rig.events(ben.user_id)).toContain('account_activated');
});

test('a role holds for the next request, also where a gateway comes late with an old answer', async () => {
  const key = await makeKey(ben);
  const cached = [sessionKey(sessionIdOf(ben)), apiKeyKey(digestOf(key))];
  const old = [await ofSession(ben), await ofKey(key)];
  for (const role of ['admin', 'user', 'admin'] as const) {
    await rig.clock.advance(1);
    await patch(ben, { role });
    expect(await remember(cached[0]!, old[0]!)).toBe(false);
    expect(await remember(cached[1]!, old[1]!)).toBe(false);
    const kept = await rig.cache.getMany<{ holder: Holder }>(cached);
    expect(kept.map((entry) => entry?.holder.role)).toEqual([role, role]);
  }
  expect(await rig.events(ben.user_id)).toContain('role_changed');
});

test('a new role brings no ended session and no revoked key back', async () => {
  const key = await makeKey(ben);
  await ask(rig.app, 'POST', '/api/users/logout', { as: ben });
  await rig.cache.setIfNewer(sessionKey(sessionIdOf(ben)), NOBODY, 2, 60_000);
  await patch(ben, { role: 'admin' });
  expect(await rig.cache.get(sessionKey(sessionIdOf(ben)))).toEqual(NOBODY);
  expect(await ofKey(key)).toMatchObject({ role: 'admin' });
});

test('what does not change is not recorded, and nothing at all is refused', async () => {
  await patch(ben, { role: 'user', is_active: true });
  expect(await rig.events(ben.user_id)).toEqual(['registered']);
  expect((await patch(ben, {})).status).toBe(400);
  expect((await patch(ben, { username: 'x' })).status).toBe(400);
});

test('the last active administrator stays one', async () => {
  expect((await patch(anna, { role: 'user' })).status).toBe(409);
  expect((await patch(anna, { is_active: false })).status).toBe(409);
  await patch(ben, { role: 'admin' });
  const both = await Promise.all([patch(anna, { is_active: false }), patch(ben, { role: 'user' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a group of cached values is dropped, and nothing else', async () => {
  await rig.cache.set('price:bitcoin', 1, 60_000);
  await rig.cache.set('price:ethereum', 2, 60_000);
  await rig.cache.set('prices', 3, 60_000);
  const { data } = await admin('DELETE', 'cache/price');
  expect(data).toEqual({ group: 'price', deleted: 2 });
  expect(await rig.cache.get('prices')).toBe(3);
  expect(await rig.events()).toContain('cache_invalidated');
  expect((await admin('DELETE', 'cache/credential')).status).toBe(400);
});

test('a new signing key is named, and recorded', async () => {
  const { status, data } = await admin<{ kid: string }>('POST', 'signing-keys/rotate');
  expect(status).toBe(200);
  expect(data.kid).toEqual(expect.any(String));
  expect(await rig.events()).toContain('signing_key_rotated');
});
