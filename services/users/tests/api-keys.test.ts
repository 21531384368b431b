import type { ApiKey, NewApiKey } from '@tidemark/contracts/api-key';
import { apiKeyKey } from '@tidemark/contracts/credential';
import type { SignedIn } from '@tidemark/contracts/session';
import { isApiKey } from '@tidemark/service/api-key-form';
import { beforeEach, expect, test } from 'vitest';
import { CredentialHolders } from '../src/sessions/credential-holders.ts';
import { digestOf } from '../src/tokens/random-token.ts';
import { ask } from './support/client.ts';
import { usersRig } from './support/rig.ts';

const rig = usersRig();
let anna: SignedIn;
beforeEach(async () => {
  anna = await rig.register('anna');
});

const KEYS = 'me/api-keys';
const WANTED = { name: 'bot', scope: 'read' };
const make = (body: object = WANTED, who = anna) => rig.as(who).ask<NewApiKey>('POST', KEYS, body);
const holderOf = (key: string, holders = rig.parts.holders) =>
  holders.holderOf({ kind: 'api_key', key });
const list = async () => (await rig.as(anna).ask<ApiKey[]>('GET', KEYS)).data;
const inMs = (ms: number) => new Date(rig.clock.now() + ms).toISOString();

test('a key is shown once, and is kept as a digest alone', async () => {
  const { status, data, headers } = await make();
  expect(status).toBe(201);
  expect(headers['cache-control']).toBe('no-store');
  expect(isApiKey(data.key)).toBe(true);
  expect(data).toMatchObject({ ...WANTED, hint: data.key.slice(0, 8), last_used_at: null });
  const [listed] = await list();
  expect(listed).not.toHaveProperty('key');
  expect(listed?.key_id).toBe(data.key_id);
  const rows = await rig.parts.db.selectFrom('api_keys').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(data.key);
  expect(await rig.events(anna.user_id)).toContain('api_key_created');
});

test('a key stands for its owner, with its scope', async () => {
  for (const scope of ['read', 'read_write']) {
    const { data } = await make({ name: 'bot', scope });
    const owner = { user_id: anna.user_id, role: 'admin', scope, session_id: null };
    expect(await holderOf(data.key)).toEqual(owner);
  }
});

test('a key with a wrong checksum is refused without asking the database', async () => {
  const { data } = await make();
  const last = data.key.endsWith('A') ? 'B' : 'A';
  const { parts } = rig;
  await rig.parts.db.deleteFrom('api_keys').execute();
  const asked: string[] = [];
  const db = new Proxy(parts.db, { get: (_, name) => asked.push(String(name)) });
  const holders = new CredentialHolders({ ...parts, db });
  expect(await holderOf(data.key.slice(0, -1) + last, holders)).toBeNull();
  expect(asked).toEqual([]);
});

test('a key ends at its time, and one that would have ended is not made', async () => {
  const { data } = await make({ ...WANTED, expires_at: inMs(60_000) });
  expect(await holderOf(data.key)).not.toBeNull();
  await rig.clock.advance(60_000);
  expect(await holderOf(data.key)).toBeNull();
  const late = await make({ ...WANTED, expires_at: inMs(0) });
  expect(late.status).toBe(400);
  expect(late.error.details).toMatchObject([{ field: 'body.expires_at' }]);
});

test('no time to end is given by null or by nothing', async () => {
  expect((await make({ ...WANTED, expires_at: null })).data.expires_at).toBeNull();
  expect((await make()).data.expires_at).toBeNull();
});

test('a name is one line of text', async () => {
  for (const name of ['', '   ', 'a\u0000b', 'a\nb', 'x'.repeat(101)]) {
    expect((await make({ ...WANTED, name })).status).toBe(400);
  }
});

test('a key of an account that is closed stands for nobody', async () => {
  const { data } = await make();
  await rig.parts.db.updateTable('users').set({ is_active: false }).execute();
  expect(await holderOf(data.key)).toBeNull();
});

test('use is written down, at most once a minute', async () => {
  const { data } = await make();
  const usedAt = async () => {
    await holderOf(data.key);
    await rig.parts.holders.settled();
    return (await list())[0]?.last_used_at;
  };
  const first = new Date(rig.clock.now()).toISOString();
  expect(await usedAt()).toBe(first);
  await rig.clock.advance(59_999);
  expect(await usedAt()).toBe(first);
  await rig.clock.advance(1);
  expect(await usedAt()).toBe(new Date(rig.clock.now()).toISOString());
});

test('who holds a key is answered also where its use cannot be written down', async () => {
  const { data } = await make();
  const { db } = rig.parts;
  const broken = new Proxy(db, {
    get: (target, name) => {
      if (name === 'updateTable') throw new Error('the disk is full');
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const holders = new CredentialHolders({ ...rig.parts, db: broken });
  expect(await holderOf(data.key, holders)).toMatchObject({ user_id: anna.user_id });
  await holders.settled();
});

test('a revoked key is over at once, also for a gateway that has just asked about it', async () => {
  const { data } = await make();
  const cached = apiKeyKey(digestOf(data.key));
  await rig.cache.setIfNewer(cached, { holder: await holderOf(data.key) }, 1, 10_000);
  const gone = await rig.as(anna).ask('DELETE', `${KEYS}/${data.key_id}`);
  expect(gone.status).toBe(200);
  expect(await holderOf(data.key)).toBeNull();
  expect(await rig.cache.get(cached)).toEqual({ holder: null });
  expect(await rig.cache.setIfNewer(cached, { holder: 'late' }, 1, 10_000)).toBe(false);
  expect(await list()).toEqual([]);
  expect(await rig.events(anna.user_id)).toContain('api_key_revoked');
});

test('another account’s key cannot be told from one that does not exist', async () => {
  const { data } = await make();
  const ben = await rig.register('ben');
  const none = '00000000-0000-4000-8000-000000000000';
  const answers = await Promise.all(
    [
      `me/api-keys/${data.key_id}`,
      `me/api-keys/${none}`,
      'me/api-keys/nonsense',
      `${anna.user_id}/api-keys/${data.key_id}`,
      `${none}/api-keys/${none}`,
    ].map((path) => rig.as(ben).ask('DELETE', path)),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect(answers[0]?.error).toEqual(answers[1]?.error);
  expect(answers[3]?.error).toEqual(answers[4]?.error);
  expect(await holderOf(data.key)).not.toBeNull();
});

test('an account has fifty keys and no more, however many are made at once', async () => {
  const made = await Promise.all(Array.from({ length: 55 }, () => make()));
  const statuses = made.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(50);
  expect(statuses.filter((status) => status === 409)).toHaveLength(5);
  const [first] = await list();
  await rig.as(anna).ask('DELETE', `${KEYS}/${first?.key_id ?? ''}`);
  expect((await make()).status).toBe(201);
});

test('a key makes no keys', async () => {
  const as = { userId: anna.user_id, role: 'admin', sessionId: null, scope: 'read_write' } as const;
  for (const method of ['GET', 'POST'] as const) {
    const body = method === 'POST' ? { body: WANTED } : {};
    const { status } = await ask(rig.app, method, '/api/users/me/api-keys', { as, ...body });
    expect(status).toBe(403);
  }
});
