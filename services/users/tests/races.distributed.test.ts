import { randomUUID } from 'node:crypto';
import type { SignedIn } from '@tidemark/contracts/session';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../src/migrations/index.ts';
import { ask, login, PASSWORD, register, type Answer } from './support/client.ts';
import { emptyUsersDatabase, startUsers, type UsersUnderTest } from './support/users-app.ts';

const url = process.env['DATABASE_URL'];
if (url === undefined) {
  process.stderr.write('skipped: no DATABASE_URL; dev/with-infra.sh <command> starts PostgreSQL\n');
}

const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();
const times = <T>(count: number, work: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => work(i));

describe.skipIf(url === undefined)('two replicas on one PostgreSQL, at the same moment', () => {
  const schema = `users_${randomUUID()}`;
  const open = () => new PostgresDatabase({ url: url ?? '', schema });
  let databases: PostgresDatabase[];
  let replicas: UsersUnderTest[];
  beforeAll(async () => {
    databases = [open(), open()];
    await Promise.all(databases.map((database) => database.migrate('users', migrations)));
  });
  afterAll(async () => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(databases[0]!.as());
    await Promise.all(databases.map((database) => database.close()));
  });
  beforeEach(async () => {
    await emptyUsersDatabase(databases[0]!);
    const config = { REGISTRATION_OPEN: false };
    replicas = await Promise.all(databases.map((database) => startUsers(database, { config })));
  });
  afterEach(() => Promise.all(replicas.map((replica) => replica.close())));

  const app = (i: number) => replicas[i % replicas.length]!.app;
  const db = () => replicas[0]!.parts.db;
  const makeAdmins = async (count: number) => {
    const admins = [await register(app(0), 'admin0')];
    for (const replica of replicas)
      Object.assign(replica.parts.config, { REGISTRATION_OPEN: true });
    for (let i = 1; i < count; i += 1) admins.push(await register(app(i), `admin${i}`));
    await db().updateTable('users').set({ role: 'admin' }).execute();
    return admins.map((admin) => ({ ...admin, user: { ...admin.user, role: 'admin' as const } }));
  };

  test.each([1, 2, 3, 4, 5])(
    'of ten who make the first account one is the administrator, and nobody else gets in (%i)',
    async () => {
      const answers = await Promise.all(
        times(10, (i) =>
          ask<SignedIn>(app(i), 'POST', '/api/users/register', {
            body: { username: `user${i}`, email: `user${i}@example.com`, password: PASSWORD },
          }),
        ),
      );
      expect(statusesOf(answers)).toEqual([201, ...times(9, () => 403)]);
      expect(await db().selectFrom('users').select('role').execute()).toEqual([{ role: 'admin' }]);
    },
  );

  test('of ten who want one name one gets it, and the others are told', async () => {
    await makeAdmins(1);
    const answers = await Promise.all(
      times(10, (i) =>
        ask(app(i), 'POST', '/api/users/register', {
          body: { username: 'Wanted', email: `user${i}@example.com`, password: PASSWORD },
        }),
      ),
    );
    expect(statusesOf(answers)).toEqual([201, ...times(9, () => 409)]);
  });

  test('replicas that start make one signing key', async () => {
    await db().deleteFrom('signing_keys').execute();
    await Promise.all(replicas.map(({ parts }) => parts.signingKeys.start()));
    expect(await db().selectFrom('signing_keys').select('kid').execute()).toHaveLength(1);
  });

  test('ten who come with one refresh token at once all get the same one on, once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { refresh_token } =
        round === 0
          ? await register(app(0), 'anna')
          : (await login(app(0), { username: 'anna', password: PASSWORD })).data;
      const answers = await Promise.all(
        times(10, (i) =>
          ask<SignedIn>(app(i), 'POST', '/api/users/refresh', { body: { refresh_token } }),
        ),
      );
      expect(statusesOf(answers)).toEqual(times(10, () => 200));
      const [next, ...others] = new Set(answers.map(({ data }) => data.refresh_token));
      expect(others).toEqual([]);
      const refresh = (i: number, body: object) =>
        ask(app(i), 'POST', '/api/users/refresh', { body });
      expect((await refresh(1, { refresh_token: next })).status).toBe(200);
      expect((await refresh(0, { refresh_token })).status).toBe(401);
    }
  });

  test('of ten from different networks who come with one refresh token one gets on, and the session ends', async () => {
    const { refresh_token } = await register(app(0), 'anna');
    const answers = await Promise.all(
      times(10, (i) =>
        ask<SignedIn>(app(i), 'POST', '/api/users/refresh', {
          body: { refresh_token },
          headers: { 'x-forwarded-for': `192.0.2.${i}` },
        }),
      ),
    );
    expect(statusesOf(answers)).toEqual([200, ...times(9, () => 401)]);
    const next = answers.find(({ status }) => status === 200)?.data.refresh_token;
    const after = await ask(app(1), 'POST', '/api/users/refresh', {
      body: { refresh_token: next },
    });
    expect(after.status).toBe(401);
  });

  test('a refresh, signing out everywhere and deleting the account at once leave nothing that works', async () => {
    const [, anna] = await makeAdmins(2);
    const others: Answer<SignedIn>[] = [];
    for (let i = 0; i < 4; i += 1) {
      others.push(await login(app(i), { username: 'admin1', password: PASSWORD }));
    }
    const statuses = statusesOf(
      await Promise.all([
        ...others.map(({ data }, i) =>
          ask(app(i), 'POST', '/api/users/refresh', {
            body: { refresh_token: data.refresh_token },
          }),
        ),
        ask(app(0), 'POST', '/api/users/logout-everywhere', { as: anna! }),
        ask(app(1), 'DELETE', '/api/users/me', { as: anna!, body: { password: PASSWORD } }),
      ]),
    );
    for (const status of statuses) expect([200, 401]).toContain(status);
    expect(
      await db().selectFrom('sessions').selectAll().where('user_id', '=', anna!.user_id).execute(),
    ).toEqual([]);
  });

  test('of 40 guesses, over both replicas, three are checked', async () => {
    await register(app(0), 'anna');
    const guess = (i: number) => login(app(i), { username: 'anna', password: 'wrong' });
    const answers = await Promise.all(times(40, guess));
    expect(statusesOf(answers)).toEqual([...times(3, () => 401), ...times(37, () => 429)]);
  });

  test('guesses and right passwords for several accounts from one address never fail of a deadlock', async () => {
    await makeAdmins(3);
    const answers = await Promise.all(
      times(60, (i) =>
        login(app(i), { username: `admin${i % 3}`, password: i % 4 === 0 ? 'wrong' : PASSWORD }),
      ),
    );
    for (const status of statusesOf(answers)) expect([200, 401, 429]).toContain(status);
  });

  test('of two last administrators who delete their accounts one stays', async () => {
    let [one, other] = await makeAdmins(2);
    for (let round = 0; round < 12; round += 1) {
      const both = [one!, other!];
      const answers = await Promise.all(
        both.map((as, i) =>
          ask(app(i), 'DELETE', '/api/users/me', { as, body: { password: PASSWORD } }),
        ),
      );
      expect(statusesOf(answers)).toEqual([200, 409]);
      one = both[answers.findIndex(({ status }) => status === 409)];
      const { user, ...next } = await register(app(round), `next${round}`);
      await db().updateTable('users').set({ role: 'admin' }).execute();
      other = { ...next, user: { ...user, role: 'admin' } };
    }
  });
});
