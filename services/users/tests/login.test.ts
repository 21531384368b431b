import type { Database } from '@tidemark/database/database';
import bcrypt from 'bcrypt';
import { generateSync } from 'otplib';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
  type MockInstance,
} from 'vitest';
import { Passwords } from '../src/passwords/passwords.ts';
import { login, PASSWORD, register } from './support/client.ts';
import {
  emptyUsersDatabase,
  openUsersDatabase,
  startUsers,
  type UsersUnderTest,
} from './support/users-app.ts';

let database: Database & AsyncDisposable;
let users: UsersUnderTest;
let passwords: Passwords;
/** Hashes that passwords were compared with, each at its full cost. */
let compared: MockInstance<typeof bcrypt.compare>;
beforeAll(async () => {
  database = await openUsersDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyUsersDatabase(database);
  passwords = new Passwords(4);
  compared = vi.spyOn(bcrypt, 'compare');
  users = await startUsers(database, { passwords });
  await register(users.app, 'anna');
});
afterEach(async () => {
  compared.mockRestore();
  await users.close();
});

const WRONG = 'not her password';
const by = (username: string, password = WRONG, rest = {}) =>
  login(users.app, { username, password }, rest);
const events = async () =>
  users.parts.db.selectFrom('security_events').selectAll().orderBy('id').execute();
const fails = async (name: string, times: number) => {
  for (let i = 0; i < times; i += 1) expect((await by(name)).status).toBe(401);
};

test.each([
  { username: 'anna' },
  { username: 'ANNA' },
  { email: 'anna@example.com' },
  { email: 'Anna@EXAMPLE.com' },
])('%o signs in', async (name) => {
  const { status, data } = await login(users.app, { ...name, password: PASSWORD });
  expect(status).toBe(200);
  expect(data.user.username).toBe('anna');
});

test.each([{}, { username: 'anna', email: 'anna@example.com' }])(
  '%o is refused: one name is needed',
  async (names) => {
    expect((await login(users.app, { ...names, password: PASSWORD })).status).toBe(400);
  },
);

test('an email signs in as an email alone', async () => {
  expect((await by('anna@example.com', PASSWORD)).status).toBe(401);
});

describe('who cannot sign in learns nothing', () => {
  const refusals = async () => {
    await users.parts.db.updateTable('users').set({ is_active: false }).execute();
    const deactivated = await by('anna', PASSWORD);
    await users.parts.db.updateTable('users').set({ is_active: true }).execute();
    return { wrong: await by('anna'), unknown: await by('nobody'), deactivated };
  };

  test('a wrong password, an unknown name and a deactivated account are answered alike', async () => {
    const { wrong, unknown, deactivated } = await refusals();
    expect(wrong.status).toBe(401);
    expect(wrong.error).toEqual({
      code: 'UNAUTHORIZED',
      message: 'Wrong name or password.',
      details: [],
    });
    expect(unknown.error).toEqual(wrong.error);
    expect(deactivated.error).toEqual(wrong.error);
    for (const { headers, cookies } of [wrong, unknown, deactivated]) {
      expect(headers['set-cookie']).toBeUndefined();
      expect(cookies).toEqual([]);
    }
  });

  test('each costs one hash, as signing in does', async () => {
    await refusals();
    await by('anna', PASSWORD);
    const hashes = compared.mock.calls.map(([, hash]) => hash);
    expect(hashes).toEqual(
      Array.from({ length: 4 }, (): unknown => expect.stringMatching(/^\$2b\$04\$.{53}$/)),
    );
  });

  test('a known and an unknown name leave as many rows', async () => {
    const rows = async () => {
      const delays = await users.parts.db.selectFrom('login_delays').selectAll().execute();
      return { delays: delays.length, events: (await events()).length };
    };
    const before = await rows();
    await by('anna', WRONG, { remoteAddress: '192.0.2.1' });
    const known = await rows();
    await by('nobody', WRONG, { remoteAddress: '192.0.2.2' });
    const unknown = await rows();
    expect(known.delays - before.delays).toBe(unknown.delays - known.delays);
    expect(known.events - before.events).toBe(unknown.events - known.events);
  });

  test('the name that was tried is nowhere in the database', async () => {
    await by('hunter2-in-the-wrong-field');
    const rows = [
      ...(await events()),
      ...(await users.parts.db.selectFrom('login_delays').selectAll().execute()),
    ];
    expect(JSON.stringify(rows)).not.toContain('hunter2');
    expect(rows).toContainEqual(expect.objectContaining({ event: 'login_failed', user_id: null }));
  });
});

describe('after failures', () => {
  test.each(['anna', 'nobody'])(
    '%s has to wait: longer each time, a minute at most',
    async (name) => {
      await fails(name, 3);
      for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
        // From ever new addresses, so that the account's delay alone is seen.
        const remoteAddress = `198.51.100.${seconds}`;
        const delayed = await by(name, PASSWORD, { remoteAddress });
        expect([delayed.status, delayed.error.code]).toEqual([429, 'RATE_LIMITED']);
        expect(delayed.headers['retry-after']).toBe(String(seconds));
        await users.clock.advance(seconds * 1000);
        expect((await by(name, WRONG, { remoteAddress })).status).toBe(401);
      }
    },
  );

  test('a delayed attempt checks no password, and does not make the delay longer', async () => {
    await fails('anna', 3);
    const checked = compared.mock.calls.length;
    for (let i = 0; i < 5; i += 1) expect((await by('anna', PASSWORD)).status).toBe(429);
    expect(compared).toHaveBeenCalledTimes(checked);
    await users.clock.advance(1_000);
    expect((await by('anna', PASSWORD)).status).toBe(200);
  });

  test('success clears them', async () => {
    await fails('anna', 3);
    await users.clock.advance(1_000);
    expect((await by('anna', PASSWORD)).status).toBe(200);
    await fails('anna', 3);
    expect((await by('anna')).headers['retry-after']).toBe('1');
  });

  test('they are forgotten after two hours', async () => {
    await fails('anna', 2);
    await users.clock.advance(2 * 60 * 60_000 + 1);
    await fails('anna', 2);
    expect((await by('anna', PASSWORD)).status).toBe(200);
    await users.clock.advance(24 * 60 * 60_000 + 1);
    await users.parts.delays.prune();
    expect(await users.parts.db.selectFrom('login_delays').selectAll().execute()).toEqual([]);
  });

  test('an address that tries many names has to wait with any', async () => {
    const from = { remoteAddress: '2001:db8:1:2::1' };
    for (let i = 0; i < 10; i += 1) await by(`somebody${i}`, WRONG, from);
    const next = await by('anna', PASSWORD, { remoteAddress: '2001:db8:1:2:ffff::9' });
    expect(next.status).toBe(429);
    expect((await by('anna', PASSWORD, { remoteAddress: '2001:db8:1:3::1' })).status).toBe(200);
  });

  test('who signs in again and again from one address never has to wait', async () => {
    for (let i = 0; i < 15; i += 1) expect((await by('anna', PASSWORD)).status).toBe(200);
  });

  test('signing in with an account of one’s own takes back no failure of the address', async () => {
    await register(users.app, 'mallory');
    for (let i = 0; i < 9; i += 1) {
      expect((await by(`somebody${i}`)).status).toBe(401);
      expect((await by('mallory', PASSWORD)).status).toBe(200);
    }
    await by('somebody');
    expect((await by('mallory', PASSWORD)).status).toBe(429);
  });

  test('of 30 guesses at once no more are checked than of 30 one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => by('anna')));
    expect(compared).toHaveBeenCalledTimes(3);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(27);
  });
});

describe('with a second factor', () => {
  const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  beforeEach(async () => {
    const { db, secondFactor } = users.parts;
    const { id } = await db.selectFrom('users').select('id').executeTakeFirstOrThrow();
    const now = new Date(users.clock.now());
    await db
      .insertInto('two_factor')
      .values({
        user_id: id,
        secret: secondFactor.sealSeed(id, SEED),
        confirmed_at: now,
        last_step: 0,
        created_at: now,
      })
      .execute();
  });
  const code = () => generateSync({ secret: SEED, epoch: Math.floor(users.clock.now() / 1000) });
  const withCode = (given: string | undefined, password = PASSWORD) =>
    login(users.app, { username: 'anna', password, ...(given !== undefined && { code: given }) });

  test('the right password asks for the code, and the code signs in', async () => {
    const asked = await withCode(undefined);
    expect([asked.status, asked.error.code]).toEqual([401, 'SECOND_FACTOR_REQUIRED']);
    const signedIn = await withCode(code());
    expect(signedIn.status).toBe(200);
    expect(signedIn.data.user.two_factor_enabled).toBe(true);
  });

  test('a wrong password does not ask for it', async () => {
    expect((await withCode(undefined, WRONG)).error.code).toBe('UNAUTHORIZED');
    expect((await withCode(code(), WRONG)).error.code).toBe('UNAUTHORIZED');
  });

  test('wrong codes are failures, which the right password alone does not clear', async () => {
    for (let i = 0; i < 3; i += 1) {
      expect((await withCode(undefined)).error.code).toBe('SECOND_FACTOR_REQUIRED');
      expect((await withCode('000000')).error).toMatchObject({
        code: 'UNAUTHORIZED',
        message: 'Wrong name or password.',
      });
    }
    expect((await withCode(code())).status).toBe(429);
  });

  test('codes are guessed no faster by going on with the other name', async () => {
    for (let i = 0; i < 3; i += 1) await withCode('000000');
    const body = { email: 'anna@example.com', password: PASSWORD, code: code() };
    expect((await login(users.app, body)).status).toBe(429);
    await users.clock.advance(1_000);
    expect((await login(users.app, { ...body, code: code() })).status).toBe(200);
  });

  test('of 30 codes at once three are checked', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => withCode('000000')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
  });
});

test('an account whose password changes while it is checked is not signed in', async () => {
  const original = passwords.matches.bind(passwords);
  passwords.matches = async (password, hash) => {
    const right = await original(password, hash);
    const changed = await passwords.hash('another one altogether');
    await users.parts.db.updateTable('users').set({ password_hash: changed }).execute();
    return right;
  };
  expect((await by('anna', PASSWORD)).status).toBe(401);
});
