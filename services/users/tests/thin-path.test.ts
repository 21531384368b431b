import { expect, test } from 'vitest';
import { ask, login, PASSWORD, register } from './support/client.ts';
import { openUsersDatabase, startUsers } from './support/users-app.ts';

test('somebody registers, signs in, goes on and signs out', async () => {
  await using database = await openUsersDatabase();
  const { app, close } = await startUsers(database);
  const first = await register(app, 'anna');
  expect(first.user).toMatchObject({ username: 'anna', role: 'admin' });
  const back = await login(app, { username: 'ANNA', password: PASSWORD });
  expect(back.status).toBe(200);
  const token = back.data.refresh_token;
  const on = await ask<{ refresh_token: string }>(app, 'POST', '/api/users/refresh', {
    body: { refresh_token: token },
  });
  expect(on.status).toBe(200);
  const out = await ask(app, 'POST', '/api/users/logout', {
    body: { refresh_token: on.data.refresh_token },
  });
  expect(out.status).toBe(200);
  const over = await ask(app, 'POST', '/api/users/refresh', {
    body: { refresh_token: on.data.refresh_token },
  });
  expect(over.status).toBe(401);
  await close();
});
