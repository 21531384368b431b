import { createHmac } from 'node:crypto';
import { TestClock } from '@tidemark/clock/test-clock';
import { fastify, type FastifyInstance } from 'fastify';
import { beforeEach, expect, test } from 'vitest';
import type { Identity } from '../src/identity/identity.ts';
import {
  IDENTITY_HEADER,
  IdentitySigner,
  IdentityVerifier,
} from '../src/identity/identity-token.ts';
import { decorateIdentity, requireGateway } from '../src/identity/require-gateway.ts';

const SECRET = 'the secret of this test, over 32 long';
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
    verifier: new IdentityVerifier(SECRET, clock),
    audiencesOf: (route) =>
      route?.startsWith('/api/market') ? ['market-data'] : ['market-data', 'users'],
  });
  for (const path of ['/healthz', '/readyz', '/metrics', '/api/openapi.json']) {
    app.get(path, () => 'open');
  }
  app.get('/api/market/me', (request) => request.identity);
  app.get('/other', (request) => request.identity);
  await app.ready();
});

const ask = (token?: string, url = '/api/market/me') =>
  app.inject({ url, headers: token === undefined ? {} : { [IDENTITY_HEADER]: token } });

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of any shape, signed with HMAC and the hash that its header names, else SHA-256. */
function forge(changes: object = {}, header = { alg: 'HS256' }, secret = SECRET): string {
  const now = clock.now() / 1000;
  const claims = {
    iss: 'tidemark-gateway',
    aud: 'market-data',
    iat: now,
    exp: now + 30,
    role: 'anonymous',
    ...changes,
  };
  const content = `${base64(header)}.${base64(claims)}`;
  return `${content}.${createHmac(header.alg === 'HS512' ? 'sha512' : 'sha256', secret)
    .update(content)
    .digest('base64url')}`;
}

test.each<[string, Identity]>([
  ['nobody in particular', ANONYMOUS],
  ['a user', USER],
  ['an API key', { ...USER, sessionId: null, scope: 'read' }],
  ['the gateway itself', { ...ANONYMOUS, role: 'gateway' }],
  ['an admin', { ...USER, role: 'admin' }],
])('%s reaches the route as the gateway named them', async (_name, identity) => {
  const token = await new IdentitySigner(SECRET, clock).sign(identity, 'market-data');
  const response = await ask(token);
  expect(response.statusCode).toBe(200);
  expect(response.json()).toEqual(identity);
});

test('the forger of this test makes tokens that would be taken', async () => {
  expect((await ask(forge())).statusCode).toBe(200);
});

test.each<[string, () => string | undefined]>([
  ['no token', () => undefined],
  ['an empty token', () => ''],
  ['nonsense', () => 'a.b.c'],
  ['another secret', () => forge({}, { alg: 'HS256' }, 'another secret that is long enough!')],
  ['alg none', () => `${base64({ alg: 'none' })}.${forge().split('.')[1] ?? ''}.`],
  ['alg none with a signature', () => forge({}, { alg: 'none' })],
  ['another algorithm', () => forge({}, { alg: 'HS512' })],
  ['no signature', () => `${forge().split('.').slice(0, 2).join('.')}.`],
  ['another issuer', () => forge({ iss: 'somebody' })],
  ['no issuer', () => forge({ iss: undefined })],
  ['another audience', () => forge({ aud: 'users' })],
  ['no audience', () => forge({ aud: undefined })],
  ['no expiry', () => forge({ exp: undefined })],
  ['no time of issue', () => forge({ iat: undefined })],
  ['expired', () => forge({ iat: clock.now() / 1000 - 45, exp: clock.now() / 1000 - 15 })],
  ['good for a year', () => forge({ iat: clock.now() / 1000 - 60, exp: clock.now() / 1000 + 1e7 })],
  ['issued in the future', () => forge({ iat: clock.now() / 1000 + 15 })],
  ['an unknown role', () => forge({ role: 'root', sub: '7' })],
  ['a user without an id', () => forge({ role: 'user' })],
  ['an id without a role', () => forge({ sub: '7' })],
])('%s is refused with 401', async (_name, token) => {
  const response = await ask(token());
  expect(response.statusCode).toBe(401);
  expect(response.json()).toMatchObject({
    message: expect.stringContaining('Reach this service through the gateway'),
  });
});

test('clocks may be ten seconds apart', async () => {
  const now = clock.now() / 1000;
  expect((await ask(forge({ iat: now + 9, exp: now + 39 }))).statusCode).toBe(200);
  expect((await ask(forge({ iat: now - 39, exp: now - 9 }))).statusCode).toBe(200);
});

test('a token that was taken once is refused when its time is over', async () => {
  const token = await new IdentitySigner(SECRET, clock).sign(ANONYMOUS, 'market-data');
  expect((await ask(token)).statusCode).toBe(200);
  await clock.advance(39_000);
  expect((await ask(token)).statusCode).toBe(200);
  await clock.advance(2_000);
  expect((await ask(token)).statusCode).toBe(401);
});

test('a token for one service opens nothing of another in the same process', async () => {
  const token = await new IdentitySigner(SECRET, clock).sign(ANONYMOUS, 'users');
  expect((await ask(token)).statusCode).toBe(401);
  expect((await ask(token, '/other')).statusCode).toBe(200);
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

test('a token is signed anew every five seconds, and for each person and service', async () => {
  const signer = new IdentitySigner(SECRET, clock);
  const first = await signer.sign(ANONYMOUS, 'market-data');
  expect(await signer.sign(ANONYMOUS, 'users')).not.toBe(first);
  expect(await signer.sign(USER, 'market-data')).not.toBe(first);
  await clock.advance(4_999);
  expect(await signer.sign(ANONYMOUS, 'market-data')).toBe(first);
  await clock.advance(1);
  expect(await signer.sign(ANONYMOUS, 'market-data')).not.toBe(first);
});
