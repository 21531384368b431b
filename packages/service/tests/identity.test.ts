import { createHash, createHmac, sign as signBytes, type KeyObject } from 'node:crypto';
import { TestClock } from '@tidemark/clock/test-clock';
import { fastify, type FastifyInstance } from 'fastify';
import { beforeEach, expect, test } from 'vitest';
import {
  kidOf,
  newIdentityKeys,
  privateKeyOf,
  trustedKeysOf,
} from '../src/identity/identity-keys.ts';
import { SERVICE, type Identity } from '../src/identity/identity.ts';
import {
  IDENTITY_HEADER,
  IdentitySigner,
  IdentityVerifier,
  PURPOSE,
} from '../src/identity/identity-token.ts';
import { decorateIdentity, requireGateway } from '../src/identity/require-gateway.ts';

const keys = newIdentityKeys();
const KEY = privateKeyOf(keys.privateKey);
const analytics = newIdentityKeys();
const TRUSTED = trustedKeysOf([`gateway:${keys.publicKey}`, `analytics:${analytics.publicKey}`]);
const STRANGER = privateKeyOf(newIdentityKeys().privateKey);
const ASKER = privateKeyOf(analytics.privateKey);
const ME = { method: 'GET', target: '/api/market/me' };
const ANONYMOUS: Identity = {
  userId: null,
  role: 'anonymous',
  sessionId: null,
  scope: 'read_write',
};
const USER: Identity = { userId: '7', role: 'user', sessionId: 's1', scope: 'read_write' };
const START = Date.UTC(2026, 0, 1);

let clock: TestClock;
let app: FastifyInstance;

beforeEach(async () => {
  clock = new TestClock(START);
  app = fastify();
  decorateIdentity(app);
  requireGateway(app, {
    verifier: new IdentityVerifier(TRUSTED, clock),
    audiencesOf: (route) =>
      route?.startsWith('/api/market') ? ['market-data'] : ['market-data', 'users'],
  });
  for (const path of ['/healthz', '/readyz', '/metrics', '/api/openapi.json']) {
    app.get(path, () => 'open');
  }
  for (const method of ['GET', 'POST'] as const) {
    app.route({ method, url: '/api/market/me', handler: (request) => request.identity });
  }
  app.get('/api/market/you', (request) => request.identity);
  app.get('/other', (request) => request.identity);
  await app.ready();
});

const ask = (token?: string, url = '/api/market/me') =>
  app.inject({ url, headers: token === undefined ? {} : { [IDENTITY_HEADER]: token } });

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const digest = ({ method, target }: typeof ME) =>
  createHash('sha256').update(`${method} ${target}`).digest('base64url');

/** A token of any shape, signed with the gateway's key unless another is given. */
function forge(changes: object = {}, key: KeyObject = KEY, purpose = PURPOSE): string {
  const claims = {
    kid: kidOf(key),
    aud: 'market-data',
    req: digest(ME),
    iat: clock.now() / 1000,
    role: 'anonymous',
    sub: null,
    sid: null,
    scope: 'read_write',
    ...changes,
  };
  const content = base64(claims);
  const signed = Buffer.from(purpose + content);
  return `${content}.${signBytes(null, signed, key).toString('base64url')}`;
}

/** Signed with HMAC and the public key for a secret, which whoever reads it could make. */
function forgeWithHmac(): string {
  const [content = ''] = forge().split('.');
  const secret = Buffer.from(keys.publicKey, 'base64');
  const hmac = createHmac('sha512', secret).update(PURPOSE + content);
  return `${content}.${hmac.digest('base64url')}`;
}

test.each<[string, Identity]>([
  ['nobody in particular', ANONYMOUS],
  ['a user', USER],
  ['an API key', { ...USER, sessionId: null, scope: 'read' }],
  ['the gateway itself', { ...ANONYMOUS, role: 'gateway' }],
  ['an admin', { ...USER, role: 'admin' }],
])('%s reaches the route as the gateway named them', async (_name, identity) => {
  const token = new IdentitySigner(KEY, clock).sign(identity, 'market-data', ME);
  const response = await ask(token);
  expect(response.statusCode).toBe(200);
  expect(response.json()).toEqual(identity);
});

test('the forger of this test makes tokens that would be taken', async () => {
  expect((await ask(forge())).statusCode).toBe(200);
});

test('a service may ask for nobody in particular, and for itself', async () => {
  expect((await ask(forge({}, ASKER))).json()).toEqual(ANONYMOUS);
  expect((await ask(forge({ role: 'service' }, ASKER))).json()).toEqual(SERVICE);
});

test('a token that was seen on its way opens the one request it was made for', async () => {
  const token = new IdentitySigner(KEY, clock).sign(USER, 'market-data', ME);
  const headers = { [IDENTITY_HEADER]: token };
  expect((await ask(token)).json()).toEqual(USER);
  expect((await ask(token, '/api/market/you')).statusCode).toBe(401);
  expect((await ask(token, '/api/market/me?coin=bitcoin')).statusCode).toBe(401);
  const posted = await app.inject({ method: 'POST', url: '/api/market/me', headers });
  expect(posted.statusCode).toBe(401);
  expect((await ask(token)).statusCode).toBe(200);
});

test('while keys are changed, the old and the new one are believed', async () => {
  const next = newIdentityKeys();
  const both = trustedKeysOf([`gateway:${keys.publicKey}`, `gateway:${next.publicKey}`]);
  const verifier = new IdentityVerifier(both, clock);
  for (const key of [keys, next]) {
    const signer = new IdentitySigner(privateKeyOf(key.privateKey), clock);
    const token = signer.sign(USER, 'users', ME);
    expect(verifier.verify(token, ['users'], ME)).toEqual(USER);
  }
});

test.each<[string, () => string | undefined]>([
  ['no token', () => undefined],
  ['an empty token', () => ''],
  ['nonsense', () => 'a.b.c'],
  ['more than a token', () => `${forge()}.x`],
  ['a key that nobody trusts', () => forge({}, STRANGER)],
  ['a key that nobody trusts under a known name', () => forge({ kid: kidOf(KEY) }, STRANGER)],
  ['no name of a key', () => forge({ kid: undefined })],
  ['the public key for a secret', () => forgeWithHmac()],
  ['no signature', () => `${forge().split('.')[0] ?? ''}.`],
  ['a signature for another purpose', () => forge({}, KEY, '')],
  ['another method', () => forge({ req: digest({ ...ME, method: 'POST' }) })],
  ['another path', () => forge({ req: digest({ ...ME, target: '/api/market/you' }) })],
  ['another query', () => forge({ req: digest({ ...ME, target: '/api/market/me?a=1' }) })],
  ['no request', () => forge({ req: undefined })],
  ['another audience', () => forge({ aud: 'users' })],
  ['no audience', () => forge({ aud: undefined })],
  ['no time of issue', () => forge({ iat: undefined })],
  ['a time that is none', () => forge({ iat: '1' })],
  ['expired', () => forge({ iat: clock.now() / 1000 - 45 })],
  ['issued in the future', () => forge({ iat: clock.now() / 1000 + 15 })],
  ['more than it should say', () => forge({ exp: clock.now() / 1000 + 1e7 })],
  ['an unknown role', () => forge({ role: 'root', sub: '7' })],
  ['a user without an id', () => forge({ role: 'user' })],
  ['an id without a role', () => forge({ sub: '7' })],
  ['a service that names somebody', () => forge({ role: 'user', sub: '7' }, ASKER)],
  ['a service with an id', () => forge({ role: 'service', sub: '7' }, ASKER)],
  ['a service that is the gateway', () => forge({ role: 'gateway' }, ASKER)],
])('%s is refused with 401', async (_name, token) => {
  const response = await ask(token());
  expect(response.statusCode).toBe(401);
  expect(response.json()).toMatchObject({
    message: expect.stringContaining('Reach this service through the gateway'),
  });
});

test('clocks may be ten seconds apart', async () => {
  const now = clock.now() / 1000;
  expect((await ask(forge({ iat: now + 9 }))).statusCode).toBe(200);
  expect((await ask(forge({ iat: now - 39 }))).statusCode).toBe(200);
});

test('a token that was taken once is refused when its time is over', async () => {
  const token = new IdentitySigner(KEY, clock).sign(ANONYMOUS, 'market-data', ME);
  expect((await ask(token)).statusCode).toBe(200);
  await clock.advance(39_000);
  expect((await ask(token)).statusCode).toBe(200);
  await clock.advance(2_000);
  expect((await ask(token)).statusCode).toBe(401);
});

test('a token for one service opens nothing of another in the same process', async () => {
  const signer = new IdentitySigner(KEY, clock);
  expect((await ask(signer.sign(ANONYMOUS, 'users', ME))).statusCode).toBe(401);
  const other = { method: 'GET', target: '/other' };
  expect((await ask(signer.sign(ANONYMOUS, 'users', other), '/other')).statusCode).toBe(200);
});

test.each(['/healthz', '/readyz', '/metrics', '/api/openapi.json'])('%s is open', async (url) => {
  expect((await ask(undefined, url)).statusCode).toBe(200);
});

test.each([
  '/api/market/nothing',
  '/api/docs',
  '/other',
  '/%61pi/market/me',
  '//api/market/me',
  '/healthz/../api/market/me',
  '/api/openapi.json/x',
])('%s is not open', async (url) => {
  expect((await ask(undefined, url)).statusCode).toBe(401);
});

test('a token is signed anew every five seconds, and for each person, service and request', async () => {
  const signer = new IdentitySigner(KEY, clock);
  const sign = (identity: Identity, service = 'market-data', asked = ME) =>
    signer.sign(identity, service, asked);
  const first = sign(ANONYMOUS);
  expect(sign(ANONYMOUS, 'users')).not.toBe(first);
  expect(sign(USER)).not.toBe(first);
  expect(sign(ANONYMOUS, 'market-data', { ...ME, target: '/other' })).not.toBe(first);
  await clock.advance(4_999);
  expect(sign(ANONYMOUS)).toBe(first);
  await clock.advance(1_000);
  expect(sign(ANONYMOUS)).not.toBe(first);
});
