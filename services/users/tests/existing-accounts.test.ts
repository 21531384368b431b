import {
  EXISTING_ACCOUNTS_PATH,
  type ExistingAccounts,
} from '@tidemark/contracts/existing-accounts';
import { GATEWAY, SERVICE } from '@tidemark/service/identity/identity';
import { expect, test } from 'vitest';
import { ask, register } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const users = usersRig();
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const existing = (user_ids: string[], as = SERVICE) =>
  ask<ExistingAccounts>(users.app, 'POST', EXISTING_ACCOUNTS_PATH, { as, body: { user_ids } });

test('a service is told which accounts there are, closed ones too', async () => {
  const anna = await register(users.app, 'anna');
  const ben = await register(users.app, 'ben');
  const close = users.parts.db.updateTable('users').set({ is_active: false });
  await close.where('id', '=', ben.user_id).execute();
  const { data } = await existing([UNKNOWN, anna.user_id, ben.user_id.toUpperCase()]);
  expect(data.user_ids.sort()).toEqual([anna.user_id, ben.user_id].sort());
  expect((await existing([UNKNOWN])).data).toEqual({ user_ids: [], has_accounts: true });
  await users.parts.db.deleteFrom('users').execute();
  expect((await existing([anna.user_id])).data).toEqual({ user_ids: [], has_accounts: false });
});

test('at most 200 at once, and nobody but services', async () => {
  expect((await existing(Array.from({ length: 200 }, () => UNKNOWN))).status).toBe(200);
  expect((await existing(Array.from({ length: 201 }, () => UNKNOWN))).status).toBe(400);
  expect((await existing([])).status).toBe(400);
  expect((await existing([UNKNOWN], GATEWAY)).status).toBe(404);
  const anna = await register(users.app, 'anna');
  const asked = { as: anna, body: { user_ids: [anna.user_id] } };
  expect((await ask(users.app, 'POST', EXISTING_ACCOUNTS_PATH, asked)).status).toBe(404);
});
