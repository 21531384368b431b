import { randomUUID } from 'node:crypto';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { TestClock } from '@tidemark/clock/test-clock';
import type { Preferences } from '@tidemark/contracts/preferences';
import type { SignedIn } from '@tidemark/contracts/session';
import type { RecoveryCodes, TwoFactorSecret } from '@tidemark/contracts/two-factor';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { sql } from 'kysely';
import { generateSync } from 'otplib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../src/migrations/index.ts';
import { digestOf, randomToken } from '../src/tokens/random-token.ts';
import { ask, PASSWORD, register, type Answer } from './support/client.ts';
import { emptyUsersDatabase, startUsers, type UsersUnderTest } from './support/users-app.ts';

const url = process.env['DATABASE_URL'];
const CALLER = { userId: null, sessionId: null, address: '127.0.0.1', userAgent: null };
const times = <T>(count: number, work: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => work(i));
const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

describe.skipIf(url === undefined)('one account at two replicas on one PostgreSQL', () => {
  const schema = `users_${randomUUID()}`;
  let databases: PostgresDatabase[];
  let replicas: UsersUnderTest[];
  let anna: SignedIn;
  beforeAll(async () => {
    databases = times(2, () => new PostgresDatabase({ url: url ?? '', schema }));
    await databases[0]!.migrate('users', migrations);
  });
  afterAll(async () => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(databases[0]!.as());
    await Promise.all(databases.map((database) => database.close()));
  });
  beforeEach(async () => {
    await emptyUsersDatabase(databases[0]!);
    // As they share Redis.
    const clock = new TestClock();
    const shared = { clock, cache: new MemoryCache({ clock }) };
    replicas = await Promise.all(databases.map((database) => startUsers(database, shared)));
    anna = await register(app(0), 'anna');
  });
  afterEach(() => Promise.all(replicas.map((replica) => replica.close())));

  const app = (i: number) => replicas[i % 2]!.app;
  const parts = (i: number) => replicas[i % 2]!.parts;
  const own = <T>(i: number, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
    ask<T>(app(i), method, `/api/users/me/${path}`, { as: anna, ...(body && { body }) });
  const check = (i: number, code: string) =>
    parts(i).secondFactor.check(anna.user_id, code, CALLER);

  async function enable() {
    const { secret } = (await own<TwoFactorSecret>(0, 'POST', 'two-factor', { password: PASSWORD }))
      .data;
    const code = (step: number) =>
      generateSync({ secret, epoch: Math.floor(parts(0).clock.now() / 1000) + step * 30 });
    const { data } = await own<RecoveryCodes>(0, 'POST', 'two-factor/confirm', { code: code(-1) });
    return { code, codes: data.recovery_codes };
  }

  test('a code of the authenticator and a recovery code count once each', async () => {
    const { code, codes } = await enable();
    for (const given of [code(0), code(1), codes[0]!]) {
      const outcomes = await Promise.all(times(10, (i) => check(i, given)));
      expect(outcomes.filter((outcome) => outcome === 'passed')).toHaveLength(1);
    }
  });

  test('of two sets of recovery codes one is left', async () => {
    const { codes } = await enable();
    const proofs = times(2, (i) => ({ password: PASSWORD, code: codes[i] }));
    const answers = await Promise.all(
      proofs.map((proof, i) => own(i, 'POST', 'two-factor/recovery-codes', proof)),
    );
    expect(statusesOf(answers)[0]).toBe(200);
    const left = await parts(0).db.selectFrom('recovery_codes').selectAll().execute();
    expect(left).toHaveLength(10);
  });

  test('fifty keys are made and no more', async () => {
    const body = { name: 'bot', scope: 'read' };
    const answers = await Promise.all(times(56, (i) => own(i, 'POST', 'api-keys', body)));
    expect(statusesOf(answers).filter((status) => status === 201)).toHaveLength(50);
    expect(statusesOf(answers).filter((status) => status === 409)).toHaveLength(6);
  });

  test('a link resets the password once', async () => {
    const token = randomToken();
    const now = parts(0).clock.now();
    await parts(0)
      .db.insertInto('password_resets')
      .values({
        hash: digestOf(token),
        user_id: anna.user_id,
        created_at: new Date(now),
        expires_at: new Date(now + 60_000),
        used_at: null,
      })
      .execute();
    const answers = await Promise.all(
      times(8, (i) =>
        ask(app(i), 'POST', '/api/users/password/reset', {
          body: { token, password: `a new password, number ${i}` },
        }),
      ),
    );
    expect(statusesOf(answers)).toEqual([200, ...times(7, () => 400)]);
  });

  test('changes of different preferences are all kept', async () => {
    const changes = [
      { theme: 'dark' },
      { quote_currency: 'EUR' },
      { locale: 'de-CH' },
      { cost_basis_method: 'hifo' },
      { notifications: { email: true } },
      { notifications: { browser: true } },
    ];
    await Promise.all(changes.map((change, i) => own(i, 'PUT', 'preferences', change)));
    expect((await own<Preferences>(1, 'GET', 'preferences')).data).toMatchObject({
      ...Object.assign({}, ...changes),
      notifications: { email: true, browser: true },
    });
  });

  test('of administrators who close one another one stays open', async () => {
    for (let i = 0; i < 4; i += 1) await register(app(i), `user${i}`);
    await parts(0).db.updateTable('users').set({ role: 'admin' }).execute();
    const ids = await parts(0).db.selectFrom('users').select('id').orderBy('created_at').execute();
    const as = {
      userId: anna.user_id,
      role: 'admin',
      sessionId: 's',
      scope: 'read_write',
    } as const;
    const answers = await Promise.all(
      ids.map(({ id }, i) =>
        ask(app(i), 'PATCH', `/api/admin/users/${id}`, {
          as,
          body: i % 2 ? { is_active: false } : { role: 'user' },
        }),
      ),
    );
    expect(statusesOf(answers)).toEqual([200, 200, 200, 200, 409]);
    const left = await parts(0)
      .db.selectFrom('users')
      .select('id')
      .where('is_active', '=', true)
      .where('role', '=', 'admin')
      .execute();
    expect(left).toHaveLength(1);
  });
});
