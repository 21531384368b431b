import type { SignedIn } from '@tidemark/contracts/session';
import type {
  RecoveryCodes,
  TwoFactorSecret,
  TwoFactorState,
} from '@tidemark/contracts/two-factor';
import fc from 'fast-check';
import { generateSync } from 'otplib';
import { beforeEach, expect, test } from 'vitest';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import { SecondFactorCheck } from '../src/two-factor/second-factor-check.ts';
import { login, PASSWORD } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const rig = usersRig();
let anna: SignedIn;
beforeEach(async () => {
  anna = await rig.register('anna');
});

const PATH = 'me/two-factor';
const ask = <T>(method: 'GET' | 'POST' | 'DELETE', path = '', body?: object) =>
  rig.as(anna).ask<T>(method, PATH + path, body);
const begin = (password = PASSWORD) => ask<TwoFactorSecret>('POST', '', { password });
const confirm = (code: string) => ask<RecoveryCodes>('POST', '/confirm', { code });
const state = async () => (await ask<TwoFactorState>('GET')).data;
const codeOf = (secret: string, steps = 0) =>
  generateSync({ secret, epoch: Math.floor(rig.clock.now() / 1000) + steps * 30 });
const CALLER = { userId: null, sessionId: null, address: '127.0.0.1', userAgent: null };
const check = (code: string | undefined) =>
  rig.parts.secondFactor.check(anna.user_id, code, CALLER);

async function enable() {
  const { secret } = (await begin()).data;
  const { data, status } = await confirm(codeOf(secret, -1));
  expect(status).toBe(200);
  return { secret, codes: data.recovery_codes };
}

test('a second factor counts once a code has confirmed it, and then a sign-in needs it', async () => {
  expect(await state()).toEqual({ enabled: false, recovery_codes_left: 0 });
  const begun = await begin();
  expect(begun.headers['cache-control']).toBe('no-store');
  expect(new URL(begun.data.otpauth_url).searchParams.get('secret')).toBe(begun.data.secret);
  expect(await check(undefined)).toBe('not-enabled');
  const confirmed = await confirm(codeOf(begun.data.secret));
  expect(confirmed.data.recovery_codes).toHaveLength(10);
  expect(await state()).toEqual({ enabled: true, recovery_codes_left: 10 });
  const without = await login(rig.app, { username: 'anna', password: PASSWORD });
  expect(without.error.code).toBe('SECOND_FACTOR_REQUIRED');
  await rig.clock.advance(30_000);
  const code = codeOf(begun.data.secret);
  const signedIn = await login(rig.app, { username: 'anna', password: PASSWORD, code });
  expect(signedIn.status).toBe(200);
  expect(signedIn.data.user.two_factor_enabled).toBe(true);
  expect(await rig.events(anna.user_id)).toContain('two_factor_enabled');
});

test('nobody is signed out by it', async () => {
  const elsewhere = (await login(rig.app, { username: 'anna', password: PASSWORD })).data;
  await enable();
  expect((await rig.as(elsewhere).ask('GET', PATH)).status).toBe(200);
  const open = await rig.parts.db.selectFrom('sessions').select('ended_at').execute();
  expect(open.filter(({ ended_at }) => ended_at !== null)).toEqual([]);
});

test('it is begun with the password, and only where it is off', async () => {
  const { status, error } = await begin('not her password');
  expect(status).toBe(401);
  expect(error.details).toMatchObject([{ field: 'body.password' }]);
  expect((await confirm('123456')).status).toBe(409);
  await enable();
  expect((await begin()).status).toBe(409);
  expect((await confirm('123456')).status).toBe(409);
});

test('begun again, the secret before is void', async () => {
  const first = (await begin()).data.secret;
  const second = (await begin()).data.secret;
  expect((await confirm(codeOf(first))).status).toBe(401);
  expect((await confirm(codeOf(second))).status).toBe(200);
});

test('the seed is kept sealed for its owner', async () => {
  const { secret } = await enable();
  const row = await rig.parts.db.selectFrom('two_factor').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(secret);
  const ben = await rig.register('ben');
  await rig.parts.db
    .insertInto('two_factor')
    .values({ ...row, user_id: ben.user_id })
    .execute();
  const outcome = await rig.parts.secondFactor.check(ben.user_id, codeOf(secret), CALLER);
  expect(outcome).toBe('wrong');
});

test('a time step counts once, however many give its code at the same moment', async () => {
  const { secret } = await enable();
  const steps = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, async (guesses) => {
      await rig.clock.advance(90_000);
      const outcomes = await Promise.all(guesses.map((step) => check(codeOf(secret, step))));
      const passed = guesses.filter((_, i) => outcomes[i] === 'passed');
      expect(new Set(passed).size).toBe(passed.length);
      expect(passed).toContain(Math.max(...guesses));
      for (const step of guesses) expect(await check(codeOf(secret, step))).toBe('wrong');
    }),
    { numRuns: 20 },
  );
});

test('no code of a step before one that signed in counts', async () => {
  const { secret } = await enable();
  await rig.clock.advance(300_000);
  expect(await check(codeOf(secret, 1))).toBe('passed');
  expect(await check(codeOf(secret))).toBe('wrong');
  expect(await check(codeOf(secret, -1))).toBe('wrong');
  await rig.clock.advance(60_000);
  expect(await check(codeOf(secret))).toBe('passed');
});

test('a recovery code is used once, however it is written and however many give it at once', async () => {
  const { codes } = await enable();
  const [first = '', second = ''] = codes;
  const ways = [first, first.toUpperCase(), first.replaceAll('-', ' '), first.replaceAll('-', '')];
  const outcomes = await Promise.all(ways.map(check));
  expect(outcomes.filter((outcome) => outcome === 'passed')).toHaveLength(1);
  expect(await check(first)).toBe('wrong');
  expect(await state()).toEqual({ enabled: true, recovery_codes_left: 9 });
  expect(await check(second)).toBe('passed');
  const events = await rig.events(anna.user_id);
  expect(events.filter((event) => event === 'recovery_code_used')).toHaveLength(2);
  const rows = await rig.parts.db.selectFrom('recovery_codes').select('hash').execute();
  for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
});

test('a recovery code of one account is none of another', async () => {
  const { codes } = await enable();
  const ben = await rig.register('ben');
  anna = ben;
  const own = await enable();
  expect(await check(codes[0])).toBe('wrong');
  expect(await check(own.codes[0])).toBe('passed');
});

test('no code is missing, nonsense is wrong', async () => {
  await enable();
  expect(await check(undefined)).toBe('missing');
  expect(await check('  ')).toBe('missing');
  for (const code of ['1', 'abc', '123456789012', '\u0000'.repeat(6), '١٢٣٤٥٦']) {
    expect(await check(code)).toBe('wrong');
  }
});

test('it is turned off with password and code, and its codes are gone', async () => {
  const { secret, codes } = await enable();
  await rig.clock.advance(60_000);
  const off = (password: string, code: string) => ask('DELETE', '', { password, code });
  expect((await off('not her password', codeOf(secret))).error.details[0]?.field).toBe(
    'body.password',
  );
  expect((await off(PASSWORD, '000000')).error.details[0]?.field).toBe('body.code');
  expect((await off(PASSWORD, codeOf(secret))).status).toBe(200);
  expect(await state()).toEqual({ enabled: false, recovery_codes_left: 0 });
  expect((await off(PASSWORD, codes[0] ?? '')).status).toBe(409);
  expect(await rig.events(anna.user_id)).toContain('two_factor_disabled');
});

test('new recovery codes make the old ones void', async () => {
  const { codes } = await enable();
  const body = { password: PASSWORD, code: codes[0] };
  const { status, data } = await ask<RecoveryCodes>('POST', '/recovery-codes', body);
  expect(status).toBe(200);
  expect(await state()).toEqual({ enabled: true, recovery_codes_left: 10 });
  expect(await check(codes[1])).toBe('wrong');
  expect(await check(data.recovery_codes[0])).toBe('passed');
  expect(await rig.events(anna.user_id)).toContain('recovery_codes_replaced');
});

test('wrong codes are delayed more and more, and a right password in between changes nothing', async () => {
  const { secret } = await enable();
  const guess = (code: string) => ask('POST', '/recovery-codes', { password: PASSWORD, code });
  for (let i = 0; i < 3; i += 1) expect((await guess('000000')).status).toBe(401);
  const delayed = await guess(codeOf(secret, 1));
  expect(delayed.status).toBe(429);
  expect(delayed.headers['retry-after']).toBe('1');
  await rig.clock.advance(1_000);
  expect((await guess('000000')).status).toBe(401);
  expect((await guess('000000')).headers['retry-after']).toBe('2');
  await rig.clock.advance(60_000);
  expect((await guess(codeOf(secret))).status).toBe(200);
});

test('with another instance secret no code of the authenticator counts, and recovery codes still do', async () => {
  const { secret, codes } = await enable();
  const other = new InstanceSecret('another secret, which is over 32 characters long');
  const changed = new SecondFactorCheck({ ...rig.parts, secret: other });
  expect(await changed.check(anna.user_id, codeOf(secret, 1), CALLER)).toBe('wrong');
  expect(await changed.check(anna.user_id, codes[0], CALLER)).toBe('passed');
});
