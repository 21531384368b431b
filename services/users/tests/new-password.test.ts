import type { SignedIn } from '@tidemark/contracts/session';
import { createLogger } from '@tidemark/telemetry/logger';
import { PassThrough } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { ask, login, PASSWORD } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const NEW = 'an entirely new password';
const FORGOT = '/api/users/password/forgot';
const RESET = '/api/users/password/reset';

const rig = usersRig();
let anna: SignedIn;
beforeEach(async () => {
  anna = await rig.register('anna');
});

const signIn = (password: string, code?: string) =>
  login(rig.app, { username: 'anna', password, ...(code && { code }) });
const change = (current_password: string, password: string) =>
  rig.as(anna).ask('PUT', 'me/password', { current_password, password });
const forgot = (email: string, headers = {}) =>
  ask(rig.app, 'POST', FORGOT, { body: { email }, headers });
const reset = (token: string, password = NEW) =>
  ask(rig.app, 'POST', RESET, { body: { token, password } });
const openSessions = async () => {
  const rows = await rig.parts.db
    .selectFrom('sessions')
    .selectAll()
    .orderBy('created_at')
    .execute();
  return rows.filter(({ ended_at }) => ended_at === null).length;
};

test('a changed password ends every session but the one that changed it', async () => {
  await signIn(PASSWORD);
  await signIn(PASSWORD);
  const { status, data } = await change(PASSWORD, NEW);
  expect(status).toBe(200);
  expect(data).toEqual({ ended: 2 });
  expect(await openSessions()).toBe(1);
  expect((await rig.as(anna).ask('GET', 'me/sessions')).data).toHaveLength(1);
  expect((await signIn(PASSWORD)).status).toBe(401);
  expect((await signIn(NEW)).status).toBe(200);
  expect(await rig.events(anna.user_id)).toContain('password_changed');
});

test('it needs the present password, and wrong ones are delayed', async () => {
  for (let i = 0; i < 3; i += 1) {
    const { status, error } = await change('not her password', NEW);
    expect(status).toBe(401);
    expect(error.details).toMatchObject([{ field: 'body.current_password' }]);
  }
  expect((await change(PASSWORD, NEW)).status).toBe(429);
  expect((await signIn(NEW)).status).toBe(401);
});

test('a new password is held to the rules of a first one', async () => {
  for (const password of ['short', 'password123', 'anna@example.com']) {
    const { status } = await change(PASSWORD, password);
    expect(status).toBe(400);
  }
  expect((await signIn(PASSWORD)).status).toBe(200);
});

test('of two changes at the same time one is made', async () => {
  const answers = await Promise.all([change(PASSWORD, `${NEW} 1`), change(PASSWORD, `${NEW} 2`)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('without a mail server the link is in the log, and the answer says that the administrator has it', async () => {
  const lines: string[] = [];
  const destination = new PassThrough().on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  await rig.restart({ logger: createLogger({ level: 'warn', destination }) });
  const known = await forgot('anna@example.com');
  const unknown = await forgot('nobody@example.com');
  await rig.parts.resetRequests.settled();
  expect(known.data).toMatchObject({ delivery: 'administrator' });
  expect(unknown.data).toEqual(known.data);
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] ?? '{}') as { level: number; link: string; username: string };
  expect(line).toMatchObject({ level: 40, username: 'anna' });
  expect(line.link).toMatch(/^\/login\/reset\/#token=/);
  expect((await reset(line.link.split('=')[1] ?? '')).status).toBe(200);
});

test('past a bound such requests are refused, whoever they are about', async () => {
  const answers = await Promise.all(
    Array.from({ length: 260 }, (_, i) =>
      forgot(i % 2 ? 'anna@example.com' : 'nobody@example.com'),
    ),
  );
  const statuses = new Set(answers.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([202, 429]);
  expect(answers.at(-1)?.headers['retry-after']).toBe('60');
  await rig.parts.resetRequests.settled();
});

test('what is no token resets nothing', async () => {
  for (const token of ['x', '\u0000', 'a'.repeat(43)]) {
    expect((await reset(token)).status).toBe(400);
  }
  expect((await signIn(PASSWORD)).status).toBe(200);
});
