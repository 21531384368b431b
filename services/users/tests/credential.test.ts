import { CREDENTIAL_PATH, type Credential } from '@tidemark/contracts/credential';
import type { SignedIn } from '@tidemark/contracts/session';
import { GATEWAY } from '@tidemark/service/identity/identity';
import { beforeEach, describe, expect, test } from 'vitest';
import { ask, register, sessionIdOf } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const users = usersRig();
let anna: SignedIn;
beforeEach(async () => {
  anna = await register(users.app, 'anna');
});

const asked = (body: object) =>
  ask<object>(users.app, 'POST', CREDENTIAL_PATH, { as: GATEWAY, body });
const holder = async (credential: Credential) => (await asked(credential)).data;
const session = () => ({ kind: 'session' as const, session_id: sessionIdOf(anna) });
const token = () => ({ kind: 'refresh_token' as const, refresh_token: anna.refresh_token ?? '' });
const hers = () => ({
  holder: {
    user_id: anna.user_id,
    role: 'admin',
    scope: 'read_write',
    session_id: sessionIdOf(anna),
  },
});
const NOBODY = { holder: null };

test('a session and its refresh token stand for who signed in; asking uses nothing up', async () => {
  for (let i = 0; i < 2; i += 1) {
    expect(await holder(session())).toEqual(hers());
    expect(await holder(token())).toEqual(hers());
  }
});

test('a role that changes is told from then on', async () => {
  await users.parts.db.updateTable('users').set({ role: 'user' }).execute();
  expect(await holder(session())).toMatchObject({ holder: { role: 'user' } });
});

describe('it stands for nobody', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['once the session has ended', () => ask(users.app, 'POST', '/api/users/logout', { as: anna })],
    ['once the session has expired', () => users.clock.advance(7 * 86_400_000)],
    [
      'while the account is deactivated',
      () => users.parts.db.updateTable('users').set({ is_active: false }).execute(),
    ],
    ['once the account is gone', () => users.parts.db.deleteFrom('users').execute()],
  ])('%s', async (_when, happen) => {
    await happen();
    expect(await holder(session())).toEqual(NOBODY);
    expect(await holder(token())).toEqual(NOBODY);
  });

  test('once the token is used, while the session goes on', async () => {
    const { refresh_token } = token();
    await ask(users.app, 'POST', '/api/users/refresh', { body: { refresh_token } });
    expect(await holder(token())).toEqual(NOBODY);
    expect(await holder(session())).toEqual(hers());
  });

  test.each<Credential>([
    { kind: 'session', session_id: crypto.randomUUID() },
    { kind: 'session', session_id: 'x' },
    { kind: 'session', session_id: '' },
    { kind: 'session', session_id: '\0' },
    { kind: 'refresh_token', refresh_token: 'nobody knows it' },
    { kind: 'refresh_token', refresh_token: '' },
    { kind: 'api_key', key: 'tmk_nothing' },
  ])('where nobody knows it: %o', async (credential) => {
    expect(await holder(credential)).toEqual(NOBODY);
  });
});

test.each([{}, { kind: 'session' }, { kind: 'password', password: 'x' }, { session_id: 'x' }])(
  '%o is no credential',
  async (body) => {
    expect((await asked(body)).status).toBe(400);
  },
);

test('for everyone but the gateway there is no such route', async () => {
  for (const as of [undefined, anna]) {
    const { status, error } = await ask(users.app, 'POST', CREDENTIAL_PATH, {
      as,
      body: session(),
    });
    expect([status, error.code]).toEqual([404, 'RESOURCE_NOT_FOUND']);
  }
});
