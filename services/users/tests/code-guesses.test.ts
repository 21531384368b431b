import type { SignedIn } from '@tidemark/contracts/session';
import type { RecoveryCodes, TwoFactorSecret } from '@tidemark/contracts/two-factor';
import { until } from '@tidemark/testkit/until';
import { generateSync } from 'otplib';
import { beforeEach, expect, test } from 'vitest';
import { login, PASSWORD } from './support/client.ts';
import { mailRig } from './support/mail-rig.ts';

const HOUR = 3_600_000;

const mailed = mailRig();
const { rig } = mailed;

let anna: SignedIn;
let seed: string;
let recovery: string[];
beforeEach(async () => {
  anna = await rig.register('anna');
  const ask = rig.as(anna);
  seed = (await ask.ask<TwoFactorSecret>('POST', 'me/two-factor', { password: PASSWORD })).data
    .secret;
  const confirmed = await ask.ask<RecoveryCodes>('POST', 'me/two-factor/confirm', {
    code: rightCode(),
  });
  recovery = confirmed.data.recovery_codes;
  await rig.clock.advance(60_000);
});

const rightCode = () => generateSync({ secret: seed, epoch: Math.floor(rig.clock.now() / 1000) });
let visitors = 0;
/** From ever new addresses, so that the account's delay alone is seen. */
const signIn = (code: string) =>
  login(
    rig.app,
    { username: 'anna', password: PASSWORD, code },
    { remoteAddress: `198.51.${(visitors += 1) >> 8}.${visitors & 255}` },
  );
/** A wrong code, as soon as one is checked. */
async function guess(): Promise<void> {
  for (;;) {
    const { status, headers } = await signIn('000000');
    if (status === 401) return;
    await rig.clock.advance(Number(headers['retry-after']) * 1_000);
  }
}

test('a pause of hours and the owner’s own sign-ins between them make guessing no faster', async () => {
  const from = rig.clock.now();
  let guesses = 0;
  while (rig.clock.now() - from < 24 * HOUR) {
    for (let i = 0; i < 12; i += 1, guesses += 1) await guess();
    await rig.clock.advance(2 * HOUR + 1);
    expect((await signIn(rightCode())).status).toBe(200);
  }
  // Fifteen while the delays grow to an hour, then one an hour, and the last round's that began in time.
  expect(guesses).toBeLessThanOrEqual(15 + 24 + 12);
});

test('the owner gets in with a recovery code while codes are held back, and out of an attacker’s reach', async () => {
  for (let i = 0; i < 8; i += 1) await guess();
  expect((await signIn(rightCode())).status).toBe(429);
  const { status, data } = await signIn(recovery[0] ?? '');
  expect(status).toBe(200);
  const body = { current_password: PASSWORD, password: 'an entirely new password' };
  expect((await rig.as(data).ask('PUT', 'me/password', body)).status).toBe(200);
  expect((await signIn('000000')).error.code).toBe('UNAUTHORIZED');
  expect(
    (await rig.events(anna.user_id)).filter((event) => event === 'password_changed'),
  ).toHaveLength(1);
});

test('the owner hears of the third wrong code after the right password, by mail and in the list of events', async () => {
  const told = async () =>
    (await rig.events(anna.user_id)).filter((event) => event === 'second_factor_guessed').length;
  const mails = () => {
    const subjects = mailed.server.received.map(({ headers }) => headers.get('subject'));
    return subjects.filter((subject) => subject?.startsWith('Wrong codes after')).length;
  };
  await guess();
  await guess();
  expect(await told()).toBe(0);
  await guess();
  expect(await told()).toBe(1);
  await until('the mail', () => mails() === 1);
  const { data } = await rig
    .as(anna)
    .ask<{ events: { event: string; details: object }[] }>('GET', 'me/security-events');
  expect(JSON.stringify(data)).toContain('"second_factor_guessed"');
  await guess();
  await guess();
  expect(await told()).toBe(1);
  await guess();
  expect(await told()).toBe(2);
});

test('wrong passwords tell nobody of codes', async () => {
  for (let i = 0; i < 3; i += 1) {
    await login(rig.app, { username: 'anna', password: 'not her password', code: '000000' });
  }
  expect(await rig.events(anna.user_id)).not.toContain('second_factor_guessed');
});
