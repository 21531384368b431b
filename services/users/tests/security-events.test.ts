import type { SecurityEvent } from '@tidemark/contracts/security-event';
import type { SignedIn } from '@tidemark/contracts/session';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { AS_HEADER } from './support/users-app.ts';
import { login } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const rig = usersRig();
let anna: SignedIn;
let ben: SignedIn;
beforeEach(async () => {
  anna = await rig.register('anna');
  ben = await rig.register('ben');
});

async function read(url: string, { user_id }: SignedIn, role = 'user') {
  const identity = { userId: user_id, role, sessionId: 's', scope: 'read_write' };
  const headers = { [AS_HEADER]: JSON.stringify(identity) };
  const response = await rig.app.inject({ url, headers });
  const body = response.json<{ data: SecurityEvent[]; meta: { next_cursor: string | null } }>();
  return { ...body, status: response.statusCode };
}
const own = (who: SignedIn, query = '') => read(`/api/users/me/security-events${query}`, who);
const all = (query = '') => read(`/api/admin/security-events${query}`, anna, 'admin');
const namesOf = ({ data }: { data: SecurityEvent[] }) => data.map(({ event }) => event);
const fail = () => login(rig.app, { username: 'ben', password: 'not his password' });

test('somebody sees what happened to the own account, newest first, and nothing else', async () => {
  await fail();
  const { data } = await own(ben);
  expect(data.map(({ event }) => event)).toEqual(['login_failed', 'registered']);
  expect(data[0]).toMatchObject({ user_id: ben.user_id, actor_id: null, address: '127.0.0.1' });
  expect(namesOf(await own(anna))).toEqual(['registered']);
});

test('another account’s events cannot be told from those of none', async () => {
  const answers = await Promise.all([
    read(`/api/users/${anna.user_id}/security-events`, ben),
    read('/api/users/00000000-0000-4000-8000-000000000000/security-events', ben),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});

test('an administrator sees all of them, by account and by kind', async () => {
  await fail();
  expect(namesOf(await all())).toEqual(['login_failed', 'registered', 'registered']);
  expect(namesOf(await all(`?user_id=${ben.user_id.toUpperCase()}`))).toHaveLength(2);
  expect(namesOf(await all(`?user_id=urn:uuid:${ben.user_id}`))).toHaveLength(2);
  expect(namesOf(await all('?event=registered'))).toEqual(['registered', 'registered']);
  expect(namesOf(await all(`?event=login_failed&user_id=${anna.user_id}`))).toEqual([]);
  expect((await read('/api/admin/security-events', ben)).status).toBe(403);
});

test('what is no filter and no page is refused', async () => {
  for (const query of [
    'event=nonsense',
    'user_id=me',
    'limit=0',
    'limit=101',
    'cursor=MS41',
    'cursor=e30',
  ]) {
    expect((await all(`?${query}`)).status).toBe(400);
  }
});

test('pages give every event once, whatever happens meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      async (more, limit) => {
        const insert = () =>
          rig.parts.audit.record(
            rig.parts.db,
            { userId: null, sessionId: null, address: '::1', userAgent: null },
            { event: 'login_failed', userId: ben.user_id },
          );
        await rig.parts.db.deleteFrom('security_events').execute();
        for (let i = 0; i < more; i += 1) await insert();
        const before = (await own(ben, '?limit=100')).data.map(({ event_id }) => event_id);
        const seen: string[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const { data, meta } = await own(ben, `?limit=${limit}${cursor && `&cursor=${cursor}`}`);
          seen.push(...data.map(({ event_id }) => event_id));
          await insert();
          cursor = meta.next_cursor;
        }
        expect(seen).toEqual(before);
      },
    ),
    { numRuns: 10 },
  );
});
