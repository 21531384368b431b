import type { SignedIn } from '@tidemark/contracts/session';
import { until } from '@tidemark/testkit/until';
import { generateSync } from 'otplib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, login, PASSWORD } from './support/client.ts';
import { mailRig } from './support/mail-rig.ts';

const NEW = 'an entirely new password';

const mailed = mailRig();
const { rig } = mailed;
let anna: SignedIn;
beforeEach(async () => {
  anna = await rig.register('anna');
});

const signIn = (password: string, code?: string) =>
  login(rig.app, { username: 'anna', password, ...(code && { code }) });
const change = (current_password: string, password: string) =>
  rig.as(anna).ask('PUT', 'me/password', { current_password, password });
const forgot = (email: string, headers = {}) =>
  ask(rig.app, 'POST', '/api/users/password/forgot', { body: { email }, headers });
const reset = (token: string, password = NEW) =>
  ask(rig.app, 'POST', '/api/users/password/reset', { body: { token, password } });
const openSessions = async () => {
  const rows = await rig.parts.db.selectFrom('sessions').select('ended_at').execute();
  return rows.filter(({ ended_at }) => ended_at === null).length;
};
const settled = async () => {
  await rig.parts.resetRequests.settled();
  await rig.parts.notices.settled();
  await rig.parts.outbox.stop();
};
// No mail of one test arrives in the next.
afterEach(settled);
const mails = async (count: number) => {
  await until('mail', () => mailed.server.received.length >= count);
  return mailed.server.received;
};
const linkIn = (text = '') => /https:\S+/.exec(text)?.[0] ?? '';
async function mailedToken(count = 1): Promise<string> {
  await forgot('anna@example.com');
  const mail = (await mails(count))[count - 1];
  return linkIn(mail?.body).split('#token=')[1] ?? '';
}

test('a link resets the password once, and ends every session', async () => {
  const token = await mailedToken();
  expect(mailed.server.received[0]?.to).toEqual(['anna@example.com']);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect((await reset(token)).status).toBe(200);
  expect(await openSessions()).toBe(0);
  expect((await signIn(NEW)).status).toBe(200);
  expect((await reset(token, `${NEW} again`)).status).toBe(400);
  expect((await signIn(NEW)).status).toBe(200);
  expect(await rig.events(anna.user_id)).toEqual(
    expect.arrayContaining(['password_reset_requested', 'password_reset']),
  );
});

test('the link is made of PUBLIC_URL, whatever host the request names', async () => {
  await forgot('anna@example.com', { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
  const [mail] = await mails(1);
  expect(linkIn(mail?.body)).toMatch(/^https:\/\/tidemark\.example\/login\/reset\/#token=/);
  expect(mail?.body).not.toContain('evil');
});

test('of two uses of a link at the same moment one counts', async () => {
  const token = await mailedToken();
  const answers = await Promise.all([reset(token, `${NEW} 1`), reset(token, `${NEW} 2`)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test('a link is good for half an hour', async () => {
  const token = await mailedToken();
  await rig.clock.advance(30 * 60_000);
  const { status, error } = await reset(token);
  expect(status).toBe(400);
  expect(error.details).toMatchObject([{ field: 'body.token' }]);
});

test('a newer link makes an older one void, and so does a changed password', async () => {
  const first = await mailedToken(1);
  const second = await mailedToken(2);
  expect((await reset(first)).status).toBe(400);
  expect((await change(PASSWORD, `${NEW} 1`)).status).toBe(200);
  expect((await reset(second)).status).toBe(400);
});

test('a password that is not taken leaves the link good', async () => {
  const token = await mailedToken();
  expect((await reset(token, 'password123')).error.details[0]?.field).toBe('body.password');
  expect((await reset(token)).status).toBe(200);
});

test('a link opens no account that is closed', async () => {
  const token = await mailedToken();
  await rig.parts.db.updateTable('users').set({ is_active: false }).execute();
  expect((await reset(token)).status).toBe(400);
  await forgot('anna@example.com');
  await rig.parts.resetRequests.settled();
  expect(mailed.server.received).toHaveLength(1);
});

test('a reset takes back the delay of a sign-in, and asks for the second factor', async () => {
  const { data } = await rig
    .as(anna)
    .ask<{ secret: string }>('POST', 'me/two-factor', { password: PASSWORD });
  const code = () =>
    generateSync({ secret: data.secret, epoch: Math.floor(rig.clock.now() / 1000) });
  await rig.as(anna).ask('POST', 'me/two-factor/confirm', { code: code() });
  await mails(1);
  const token = await mailedToken(2);
  for (let i = 0; i < 4; i += 1) await signIn('not her password');
  expect((await signIn('not her password')).status).toBe(429);
  expect((await reset(token)).status).toBe(200);
  expect((await signIn(NEW)).error.code).toBe('SECOND_FACTOR_REQUIRED');
  await rig.clock.advance(60_000);
  expect((await signIn(NEW, code())).status).toBe(200);
});

test('a reset takes API keys away: whoever else got in keeps none', async () => {
  const made = await rig
    .as(anna)
    .ask<{ key: string }>('POST', 'me/api-keys', { name: 'bot', scope: 'read' });
  expect((await reset(await mailedToken())).status).toBe(200);
  expect(await rig.parts.holders.holderOf({ kind: 'api_key', key: made.data.key })).toBeNull();
});

test('nobody learns whether there is an account: the answer is the same, and waits for no look-up', async () => {
  // Nothing else gets at the database while the transaction has its one connection.
  const answers = await rig.parts.db.transaction().execute(async () => {
    return [await forgot('anna@example.com'), await forgot('nobody@example.com')] as const;
  });
  const [known, unknown] = answers;
  expect(unknown.status).toBe(202);
  expect(unknown.data).toEqual(known.data);
  expect(known.data).toMatchObject({ delivery: 'mail' });
  await settled();
  expect(mailed.server.received).toHaveLength(1);
  const events = await rig.events();
  expect(events.filter((event) => event === 'password_reset_requested')).toHaveLength(2);
});

test('an account is sent five links in an hour', async () => {
  for (let i = 0; i < 7; i += 1) await forgot('anna@example.com');
  await settled();
  expect(mailed.server.received).toHaveLength(5);
  await rig.clock.advance(60 * 60_000);
  await forgot('anna@example.com');
  await settled();
  expect(mailed.server.received).toHaveLength(6);
});

test('an owner hears by mail what changed, unless that is not wanted', async () => {
  await change(PASSWORD, NEW);
  const [mail] = await mails(1);
  expect(mail?.headers.get('subject')).toBe('Your Tidemark password was changed');
  expect(mail?.body).toContain('Hello anna');
  await rig.as(anna).ask('PUT', 'me/preferences', { notifications: { security: false } });
  await change(NEW, PASSWORD);
  await settled();
  expect(mailed.server.received).toHaveLength(1);
});

test('a changed email is told to the address before', async () => {
  const body = { email: 'new@example.com', current_password: PASSWORD };
  expect((await rig.as(anna).ask('PUT', 'me', body)).status).toBe(200);
  const [mail] = await mails(1);
  expect(mail?.to).toEqual(['anna@example.com']);
  expect(mail?.headers.get('subject')).toBe('Your Tidemark mail address was changed');
});

test('without PUBLIC_URL no link is mailed', async () => {
  await rig.restart({ config: { SMTP_URL: mailed.server.url } });
  expect((await forgot('anna@example.com')).data).toMatchObject({ delivery: 'administrator' });
  await settled();
  expect(mailed.server.received).toEqual([]);
});
