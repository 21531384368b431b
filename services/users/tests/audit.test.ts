import type { SignedIn } from '@tidemark/contracts/session';
import { beforeEach, expect, test } from 'vitest';
import { AuditLog } from '../src/audit/audit-log.ts';
import { ask, login, PASSWORD, register, sessionIdOf } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const users = usersRig();
let anna: SignedIn;
beforeEach(async () => {
  anna = await register(users.app, 'anna');
});

const ADDRESS = '192.0.2.7';
const AGENT = { 'user-agent': 'a test', 'x-forwarded-for': ADDRESS };
const by = (username: string, password: string) =>
  login(users.app, { username, password }, { headers: AGENT });
const events = () =>
  users.parts.db.selectFrom('security_events').selectAll().orderBy('id').execute();

test('what happens to an account is written down: what, when, by whom, from where', async () => {
  const signedIn = (await by('anna', PASSWORD)).data;
  for (let i = 0; i < 4; i += 1) await by('anna', 'wrong');
  await by('nobody', 'wrong');
  const as = { as: signedIn, headers: AGENT };
  await ask(users.app, 'PUT', '/api/users/me', { ...as, body: { username: 'anna2' } });
  const id = sessionIdOf(anna);
  await ask(users.app, 'DELETE', `/api/users/me/sessions/${id}`, as);
  await ask(users.app, 'POST', '/api/users/logout', as);
  await ask(users.app, 'POST', '/api/users/logout-everywhere', as);
  const known = { user_id: anna.user_id, actor_id: anna.user_id };
  const wrong = { event: 'login_failed', actor_id: null, details: { proof: 'password' } };
  const session_id = sessionIdOf(signedIn);
  const all = await events();
  expect(all).toMatchObject([
    { event: 'registered', ...known, details: { role: 'admin', session_id: id } },
    { event: 'login_succeeded', ...known, details: { session_id } },
    { ...wrong, user_id: anna.user_id },
    { ...wrong, user_id: anna.user_id },
    { ...wrong, user_id: anna.user_id },
    { event: 'login_delayed', user_id: anna.user_id, actor_id: null },
    { ...wrong, user_id: null },
    { event: 'account_updated', ...known },
    { event: 'session_revoked', ...known, details: { session_id: id } },
    { event: 'logged_out', ...known, details: { session_id } },
    { event: 'logged_out_everywhere', ...known, details: { sessions: '0' } },
  ]);
  for (const event of all.slice(1)) {
    expect(event).toMatchObject({ address: ADDRESS, user_agent: 'a test' });
    expect(event.at.getTime()).toBe(users.clock.now());
  }
});

test('what cannot be written down does not happen', async () => {
  const { record } = AuditLog.prototype;
  users.parts.audit.record = () => Promise.reject(new Error('no room for the event'));
  const { refresh_token } = anna;
  const attempts = [
    ask(users.app, 'POST', '/api/users/register', {
      body: { username: 'ben', email: 'ben@example.com', password: PASSWORD },
    }),
    ask(users.app, 'PUT', '/api/users/me', { as: anna, body: { username: 'anna2' } }),
    ask(users.app, 'DELETE', '/api/users/me', { as: anna, body: { password: PASSWORD } }),
    ask(users.app, 'POST', '/api/users/logout', { body: { refresh_token } }),
    by('anna', PASSWORD),
  ];
  const statuses = (await Promise.all(attempts)).map(({ status }) => status);
  // The last administrator cannot go in any case.
  expect(statuses).toEqual([500, 500, 409, 500, 500]);
  users.parts.audit.record = record.bind(users.parts.audit);
  expect(await events()).toHaveLength(1);
  const { db } = users.parts;
  expect(await db.selectFrom('users').select('username').execute()).toEqual([{ username: 'anna' }]);
  expect(await db.selectFrom('sessions').select('ended_at').execute()).toEqual([
    { ended_at: null },
  ]);
});

test('a user agent of any length is cut', async () => {
  await login(
    users.app,
    { username: 'anna', password: PASSWORD },
    { headers: { 'user-agent': 'x'.repeat(5000) } },
  );
  expect((await events()).at(-1)?.user_agent).toBe('x'.repeat(300));
});
