import { sessionKey } from '@tidemark/contracts/credential';
import type { SignedIn } from '@tidemark/contracts/session';
import type { User } from '@tidemark/contracts/user';
import type { Database } from '@tidemark/database/database';
import type { Identity } from '@tidemark/service/identity/identity';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from './support/browser.ts';
import { ask, login, PASSWORD, register, sessionIdOf } from './support/client.ts';
import {
  emptyUsersDatabase,
  openUsersDatabase,
  startUsers,
  type UsersUnderTest,
} from './support/users-app.ts';

let database: Database & AsyncDisposable;
let users: UsersUnderTest;
let admin: SignedIn;
let anna: SignedIn;
beforeAll(async () => {
  database = await openUsersDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyUsersDatabase(database);
  users = await startUsers(database);
  admin = await register(users.app, 'root');
  anna = await register(users.app, 'anna');
});
afterEach(() => users.close());

const read = (id: string, as: SignedIn | Identity = anna) =>
  ask<User>(users.app, 'GET', `/api/users/${id}`, { as });
const change = (body: object, as = anna, id = 'me') =>
  ask<User>(users.app, 'PUT', `/api/users/${id}`, { as, body });
const remove = (password: string, as = anna, id = 'me') =>
  ask(users.app, 'DELETE', `/api/users/${id}`, { as, body: { password } });
const eventsOf = ({ user_id }: SignedIn) =>
  users.parts.db
    .selectFrom('security_events')
    .select(['event', 'actor_id', 'details'])
    .where('user_id', '=', user_id)
    .orderBy('id')
    .execute();
const apiKeyOf = ({ user_id, user }: SignedIn, scope: Identity['scope']): Identity => ({
  userId: user_id,
  role: user.role,
  sessionId: null,
  scope,
});

describe('reading', () => {
  test('one’s own account, by `me` and by its id in any case', async () => {
    for (const id of ['me', anna.user_id, anna.user_id.toUpperCase()]) {
      expect((await read(id)).data).toEqual(anna.user);
    }
    expect((await read('me', apiKeyOf(anna, 'read'))).data).toEqual(anna.user);
  });

  test('an administrator reads any, by a session alone', async () => {
    expect((await read(anna.user_id, admin)).data).toEqual(anna.user);
    expect((await read(anna.user_id, apiKeyOf(admin, 'read_write'))).status).toBe(404);
    expect((await read(crypto.randomUUID(), admin)).status).toBe(404);
  });

  test('somebody else’s is answered as one that does not exist, without a look-up', async () => {
    const answers = [];
    for (const id of [admin.user_id, crypto.randomUUID(), 'x', 'ME']) {
      answers.push(await read(id));
    }
    for (const { status, error } of answers) {
      expect(status).toBe(404);
      expect(error).toEqual(answers[0]?.error);
    }
    expect((await read('%00')).status).toBe(400);
  });

  test('an account that is gone while its token lives is 404', async () => {
    await remove(PASSWORD);
    expect((await read('me')).status).toBe(404);
  });
});

describe('changing', () => {
  test('the username needs no password, the email does', async () => {
    expect((await change({ username: 'Anna2' })).data).toMatchObject({ username: 'Anna2' });
    const without = await change({ email: 'new@example.com' });
    expect(without.status).toBe(400);
    expect(without.error.details[0]?.field).toBe('body.current_password');
    const wrong = await change({ email: 'new@example.com', current_password: 'wrong' });
    expect(wrong.status).toBe(401);
    const right = await change({ email: 'new@example.com', current_password: PASSWORD });
    expect(right.data).toMatchObject({ username: 'Anna2', email: 'new@example.com' });
    expect((await read('me')).data).toEqual(right.data);
    expect((await login(users.app, { email: 'NEW@example.com', password: PASSWORD })).status).toBe(
      200,
    );
    expect((await login(users.app, { username: 'anna', password: PASSWORD })).status).toBe(401);
  });

  test('another case of the same email is no change that needs it', async () => {
    expect((await change({ email: 'Anna@Example.com' })).data.email).toBe('Anna@Example.com');
    expect((await change({ username: 'ANNA' })).data.username).toBe('ANNA');
  });

  test('names that are taken: 409 says which', async () => {
    const body = { username: 'ROOT', email: 'Root@example.com', current_password: PASSWORD };
    const { status, error } = await change(body);
    expect(status).toBe(409);
    expect(error.details.map(({ field }) => field)).toEqual(['body.username', 'body.email']);
    expect((await read('me')).data).toEqual(anna.user);
  });

  test('of two who want one name at once, one gets it', async () => {
    const answers = await Promise.all([
      change({ username: 'wanted' }),
      change({ username: 'Wanted' }, admin),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('a new email voids links that reset the password', async () => {
    const { db } = users.parts;
    const at = new Date(users.clock.now());
    const reset = { user_id: anna.user_id, created_at: at, expires_at: at, used_at: null };
    await db
      .insertInto('password_resets')
      .values({ hash: 'x', ...reset })
      .execute();
    const used = () => db.selectFrom('password_resets').select('used_at').execute();
    await change({ username: 'anna2' });
    expect(await used()).toEqual([{ used_at: null }]);
    await change({ email: 'new@example.com', current_password: PASSWORD });
    expect(await used()).toEqual([{ used_at: at }]);
  });

  test('is written down once, and not where nothing changes', async () => {
    await change({ username: 'anna', email: 'anna@example.com' });
    await change({ username: 'anna2' });
    const events = await eventsOf(anna);
    expect(events.slice(1)).toEqual([
      { event: 'account_updated', actor_id: anna.user_id, details: { changed: 'username' } },
    ]);
  });

  test('is not for somebody else, an administrator or an API key', async () => {
    expect((await change({ username: 'x.y' }, admin, anna.user_id)).status).toBe(404);
    const key = { as: apiKeyOf(anna, 'read_write'), body: { username: 'x.y' } };
    expect((await ask(users.app, 'PUT', '/api/users/me', key)).status).toBe(403);
  });

  test.each([{}, { username: 'a' }, { email: 'x' }, { role: 'admin' }, { password: 'x' }])(
    '%o is refused with 400',
    async (body) => {
      expect((await change(body)).status).toBe(400);
    },
  );

  test('guessing the password this way is delayed like signing in', async () => {
    const guess = () => change({ email: 'new@example.com', current_password: 'wrong' });
    for (let i = 0; i < 3; i += 1) expect((await guess()).status).toBe(401);
    const delayed = await guess();
    expect([delayed.status, delayed.headers['retry-after']]).toEqual([429, '1']);
  });
});

describe('deleting', () => {
  test('needs the password, and takes all that is of the account with it', async () => {
    expect((await remove('wrong')).status).toBe(401);
    expect((await remove(PASSWORD)).status).toBe(200);
    const { db } = users.parts;
    for (const table of ['sessions', 'api_keys', 'two_factor'] as const) {
      const rows = await db.selectFrom(table).select('user_id').execute();
      expect(rows.filter(({ user_id }) => user_id === anna.user_id)).toEqual([]);
    }
    expect((await login(users.app, { username: 'anna', password: PASSWORD })).status).toBe(401);
    expect((await register(users.app, 'anna')).user_id).not.toBe(anna.user_id);
  });

  test('ends sessions and API keys in every gateway', async () => {
    const phone = (await login(users.app, { username: 'anna', password: PASSWORD })).data;
    const at = new Date(users.clock.now());
    const key = { id: crypto.randomUUID(), user_id: anna.user_id, name: 'x', hint: 'x' };
    const times = { created_at: at, expires_at: null, last_used_at: null };
    await users.parts.db
      .insertInto('api_keys')
      .values({ ...key, ...times, scope: 'read', hash: 'its-hash' })
      .execute();
    await remove(PASSWORD);
    const keys = [anna, phone].map((signedIn) => sessionKey(sessionIdOf(signedIn)));
    for (const told of [...keys, 'credential:key:its-hash']) {
      expect(await users.cache.get(told)).toEqual({ holder: null });
    }
  });

  test('leaves what happened in the audit log, without a name', async () => {
    await remove(PASSWORD);
    const events = await eventsOf(anna);
    expect(events.at(-1)).toEqual({
      event: 'account_deleted',
      actor_id: anna.user_id,
      details: {},
    });
    expect(JSON.stringify(events)).not.toContain('anna@');
  });

  test('takes a browser’s cookies away', async () => {
    const browser = new Browser(users.app);
    const { data } = await browser.post('/api/users/login', {
      username: 'anna',
      password: PASSWORD,
    });
    const answer = await ask(users.app, 'DELETE', '/api/users/me', {
      as: data,
      body: { password: PASSWORD },
      cookies: Object.fromEntries(browser.jar),
    });
    expect(answer.cookies.map(({ maxAge }) => maxAge)).toEqual([0, 0]);
  });

  test('is refused to the last administrator who can sign in', async () => {
    const refused = await remove(PASSWORD, admin);
    expect([refused.status, refused.error.code]).toEqual([409, 'CONFLICT']);
    const promote = (changes: { role: 'admin'; is_active: boolean }) =>
      users.parts.db.updateTable('users').set(changes).where('id', '=', anna.user_id).execute();
    await promote({ role: 'admin', is_active: false });
    expect((await remove(PASSWORD, admin)).status).toBe(409);
    await promote({ role: 'admin', is_active: true });
    expect((await remove(PASSWORD, admin)).status).toBe(200);
  });

  test('is not for somebody else, an administrator or an API key', async () => {
    expect((await remove(PASSWORD, admin, anna.user_id)).status).toBe(404);
    const key = { as: apiKeyOf(anna, 'read_write'), body: { password: PASSWORD } };
    expect((await ask(users.app, 'DELETE', '/api/users/me', key)).status).toBe(403);
  });
});
