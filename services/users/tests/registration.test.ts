import type { SignedIn } from '@tidemark/contracts/session';
import type { Database } from '@tidemark/database/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, login, PASSWORD, register } from './support/client.ts';
import {
  emptyUsersDatabase,
  openUsersDatabase,
  startUsers,
  type UsersUnderTest,
} from './support/users-app.ts';

let database: Database & AsyncDisposable;
let users: UsersUnderTest;
beforeAll(async () => {
  database = await openUsersDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyUsersDatabase(database);
  users = await startUsers(database);
});
afterEach(() => users.close());

const wanted = (changes: object = {}) => ({
  username: 'anna',
  email: 'anna@example.com',
  password: PASSWORD,
  ...changes,
});
const attempt = (changes: object = {}) =>
  ask<SignedIn>(users.app, 'POST', '/api/users/register', { body: wanted(changes) });
const state = async () => (await ask(users.app, 'GET', '/api/users/registration')).data;

test('who registers is signed in, and the password signs in again', async () => {
  const answer = await attempt();
  expect(answer.status).toBe(201);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.data).toMatchObject({
    token_type: 'Bearer',
    expires_in: 900,
    user: {
      username: 'anna',
      email: 'anna@example.com',
      is_active: true,
      two_factor_enabled: false,
    },
  });
  expect(answer.data.user_id).toBe(answer.data.user.user_id);
  expect((await login(users.app, { username: 'anna', password: PASSWORD })).status).toBe(200);
});

test('nothing of the password is in the answer, and no plain text of it in the database', async () => {
  const answer = await attempt();
  expect(JSON.stringify(answer)).not.toContain(PASSWORD);
  const row = await users.parts.db.selectFrom('users').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(PASSWORD);
  expect(row.password_hash).toMatch(/^\$2b\$/);
});

test('the first account is the administrator’s, the second one is not', async () => {
  expect(await state()).toEqual({ open: true, first_account: true });
  expect((await register(users.app, 'anna')).user.role).toBe('admin');
  expect(await state()).toEqual({ open: true, first_account: false });
  expect((await register(users.app, 'ben')).user.role).toBe('user');
});

describe('names that are taken', () => {
  beforeEach(async () => {
    await register(users.app, 'anna');
  });

  test.each([
    ['username', { email: 'other@example.com' }, ['body.username']],
    ['username in capitals', { username: 'ANNA', email: 'other@example.com' }, ['body.username']],
    ['email in another case', { username: 'other', email: 'Anna@Example.COM' }, ['body.email']],
    ['both', {}, ['body.username', 'body.email']],
  ])('%s: 409 says which', async (_what, changes, fields) => {
    const { status, error } = await attempt(changes);
    expect(status).toBe(409);
    expect(error.code).toBe('CONFLICT');
    expect(error.details.map(({ field }) => field)).toEqual(fields);
  });
});

test('of many who want one name at once, one has it and the others are told', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      attempt({ username: i % 2 ? 'Anna' : 'anna', email: `anna${i}@example.com` }),
    ),
  );
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused).toHaveLength(7);
  for (const { status, error } of refused) {
    expect(status).toBe(409);
    expect(error.details).toEqual([{ field: 'body.username', reason: 'is taken' }]);
  }
});

test.each([
  ['a short password', { password: 'seven77' }],
  ['a password of 257 characters', { password: 'ab'.repeat(128) + 'c' }],
  ['a common password', { password: 'password123' }],
  ['the email as the password', { password: 'Anna@example.com' }],
  ['a username with a space', { username: 'an na' }],
  ['a username of two letters', { username: 'an' }],
  ['a username like an email', { username: 'a@example.com' }],
  ['an email without a host', { email: 'anna@' }],
  ['a field that nobody asked for', { role: 'admin' }],
])('%s is refused with 400', async (_what, changes) => {
  expect((await attempt(changes)).status).toBe(400);
});

test('a refused password says why in words', async () => {
  const { error } = await attempt({ password: 'tidemark' });
  expect(error).toMatchObject({ code: 'INVALID_REQUEST' });
  expect(error.details).toEqual([
    { field: 'body.password', reason: 'is the name of this product; choose something else' },
  ]);
});

test('length is counted in characters, not in code units or bytes', async () => {
  expect((await attempt({ password: '🐙🦑🐚🦀🦞🐠🐟' })).status).toBe(400);
  expect((await attempt({ password: '🐙🦑🐚🦀🦞🐠🐟🐡' })).status).toBe(201);
});

test('every one of 256 characters counts', async () => {
  const long = `${'long '.repeat(51)}x`;
  await attempt({ password: long });
  const other = `${long.slice(0, -1)}y`;
  expect((await login(users.app, { username: 'anna', password: other })).status).toBe(401);
  expect((await login(users.app, { username: 'anna', password: long })).status).toBe(200);
});

describe('where registration is closed', () => {
  beforeEach(async () => {
    await users.close();
    users = await startUsers(database, { config: { REGISTRATION_OPEN: false } });
  });

  test('the first account can be made, and no other', async () => {
    expect(await state()).toEqual({ open: true, first_account: true });
    expect((await register(users.app, 'anna')).user.role).toBe('admin');
    expect(await state()).toEqual({ open: false, first_account: false });
    const { status, error } = await attempt({ username: 'ben', email: 'ben@example.com' });
    expect([status, error.code]).toEqual([403, 'FORBIDDEN']);
  });

  test('of several who make the first account at once, one does', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        attempt({ username: `anna${i}`, email: `anna${i}@example.com` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403, 403]);
  });
});
