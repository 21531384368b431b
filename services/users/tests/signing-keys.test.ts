import { ACCESS_TOKEN, KEYS_PATH } from '@tidemark/contracts/credential';
import type { SignedIn } from '@tidemark/contracts/session';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import type { Caller } from '../src/audit/caller.ts';
import { login, PASSWORD, register, sessionIdOf } from './support/client.ts';
import { usersRig } from './support/rig.ts';
import { startUsers, type UsersUnderTest } from './support/users-app.ts';

const users = usersRig();
let anna: SignedIn;
beforeEach(async () => {
  anna = await register(users.app, 'anna');
});

const CALLER: Caller = { userId: null, sessionId: null, address: '127.0.0.1', userAgent: null };
const keySet = async (of: Pick<UsersUnderTest, 'app'> = users) =>
  (await of.app.inject(KEYS_PATH)).json<JSONWebKeySet>();
const tokenOf = async (of: Pick<UsersUnderTest, 'app'> = users) =>
  (await login(of.app, { username: 'anna', password: PASSWORD })).data.access_token;
const kidOf = (token: string) => decodeProtectedHeader(token).kid;
const check = (token: string, keys: JSONWebKeySet) =>
  jwtVerify(token, createLocalJWKSet(keys), {
    algorithms: [ACCESS_TOKEN.algorithm],
    issuer: ACCESS_TOKEN.issuer,
    audience: ACCESS_TOKEN.audience,
    typ: ACCESS_TOKEN.type,
    currentDate: new Date(users.clock.now()),
  });

test('an access token can be checked with the published keys, and says whom it is for', async () => {
  const { payload, protectedHeader } = await check(anna.access_token, await keySet());
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' });
  expect(payload).toEqual({
    iss: 'tidemark',
    aud: 'tidemark-api',
    sub: anna.user_id,
    sid: sessionIdOf(anna),
    role: 'admin',
    iat: users.clock.now() / 1000,
    exp: users.clock.now() / 1000 + 900,
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('it is refused once its quarter of an hour is over', async () => {
  await users.clock.advance(900_000);
  await expect(check(anna.access_token, await keySet())).rejects.toThrow('"exp"');
});

test('the set has public halves alone, may be kept for a minute, and has no envelope', async () => {
  const answer = await users.app.inject(KEYS_PATH);
  expect(answer.headers['cache-control']).toBe('public, max-age=60');
  expect(answer.json()).toEqual({
    keys: [
      {
        kty: 'OKP',
        crv: 'Ed25519',
        x: expect.any(String),
        kid: kidOf(anna.access_token),
        alg: 'EdDSA',
        use: 'sig',
      },
    ],
  });
});

test('the private half is not in the database in plain text', async () => {
  const row = await users.parts.db.selectFrom('signing_keys').selectAll().executeTakeFirstOrThrow();
  expect(row.private_jwk).not.toMatch(/"d"|OKP/);
  expect(Buffer.from(row.private_jwk, 'base64url').toString()).not.toMatch(/"d"|OKP/);
});

test('after a rotation the new key signs at once, and what the old one signed is good till it expires', async () => {
  const { kid } = await users.parts.signingKeys.rotate(CALLER);
  const token = await tokenOf();
  expect(kidOf(token)).toBe(kid);
  expect(kidOf(token)).not.toBe(kidOf(anna.access_token));
  await users.clock.advance(899_000);
  await users.parts.signingKeys.prune();
  const keys = await keySet();
  expect(keys.keys).toHaveLength(2);
  await check(anna.access_token, keys);
  await check(token, keys);
});

test('a retired key goes when nothing that it signed can be good', async () => {
  await users.parts.signingKeys.rotate(CALLER);
  await users.clock.advance(20 * 60_000);
  const token = await tokenOf();
  expect((await keySet()).keys.map(({ kid }) => kid)).toEqual([kidOf(token)]);
  await users.parts.signingKeys.prune();
  expect(await users.parts.db.selectFrom('signing_keys').select('kid').execute()).toEqual([
    { kid: kidOf(token) },
  ]);
});

test('another replica signs with the same key, publishes a new one at once and signs with it soon', async () => {
  const replica = await startUsers(users.database, { clock: users.clock });
  expect(kidOf(await tokenOf(replica))).toBe(kidOf(anna.access_token));
  const { kid } = await users.parts.signingKeys.rotate(CALLER);
  expect((await keySet(replica)).keys.map((key) => key.kid)).toContain(kid);
  await users.clock.advance(30_000);
  expect(kidOf(await tokenOf(replica))).toBe(kid);
  await replica.close();
});

test('replicas that start at once make one key', async () => {
  await users.parts.db.deleteFrom('signing_keys').execute();
  const replicas = await Promise.all([1, 2, 3].map(() => startUsers(users.database)));
  expect(await users.parts.db.selectFrom('signing_keys').select('kid').execute()).toHaveLength(1);
  await Promise.all(replicas.map((replica) => replica.close()));
});

test('with another secret a new key is made at the start; the old one is still published', async () => {
  const other = await startUsers(users.database, {
    clock: users.clock,
    secret: new InstanceSecret('another secret of these tests, over 32'),
  });
  const token = await tokenOf(other);
  expect(kidOf(token)).not.toBe(kidOf(anna.access_token));
  const keys = await keySet(other);
  await check(token, keys);
  await check(anna.access_token, keys);
  await other.close();
});
