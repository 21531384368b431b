import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { ok } from '@tidemark/service/reply';
import { createLogger } from '@tidemark/telemetry/logger';
import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, test } from 'vitest';
import { openRoot } from '@tidemark/testkit/open-root';
import { OPEN } from '@tidemark/testkit/open-route';

const FRIEND = 'https://friend.example';

let app: FastifyInstance;
let log: string;
beforeEach(async () => {
  log = '';
  const destination = new Writable({
    write(piece: Buffer, _encoding, done) {
      log += piece.toString();
      done();
    },
  });
  app = await openRoot({
    logger: createLogger({ level: 'trace', destination }),
    visitors: { corsOrigins: [FRIEND] },
  });
  app.get('/api/things', OPEN, (request) => ok(request, 'things'));
  app.get('/api/market/coins', OPEN, (request) => ok(request, 'coins'));
  app.get('/api/broken', OPEN, () => {
    throw new Error('broken');
  });
  app.post('/api/users/login', OPEN, (request) => ok(request, 'in'));
  app.post('/api/echo', OPEN, (request) => ok(request, 'heard'));
  return () => app.close();
});

async function listen(): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

/** What comes back for bytes as they stand, until the server closes. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(await listen(), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(bytes);
  let answer = '';
  socket.on('data', (piece: Buffer) => (answer += piece.toString()));
  await once(socket, 'close');
  return answer;
}

const bodyOf = (answer: string) => JSON.parse(answer.split('\r\n\r\n')[1] ?? '') as object;

test.each([
  ['GET', '/api/things', 200],
  ['GET', '/api/nothing', 404],
  ['DELETE', '/api/things', 405],
  ['GET', '/api/broken', 500],
  ['GET', '/%zz', 400],
  ['GET', `/api/things?${'x'.repeat(9_000)}`, 414],
  ['GET', '/healthz', 200],
  ['OPTIONS', '/api/things', 405],
] as const)(
  '%s %.20s (%i) has every security header and is kept by nobody',
  async (method, url, status) => {
    const { statusCode, headers } = await app.inject({ method, url });
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'x-request-id': expect.any(String),
    });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
  },
);

test('public market data is for its route to say; what is refused there is kept by nobody', async () => {
  const coins = await app.inject('/api/market/coins');
  expect(coins.headers).not.toHaveProperty('cache-control');
  const missing = await app.inject('/api/market/nothing');
  expect(missing.headers['cache-control']).toBe('no-store');
});

test('pages run scripts of ours alone, and none inline but by their hash', async () => {
  const { pagePolicy } = await import('../src/replies/content-policy.ts');
  const policy = pagePolicy(['abc']);
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self' 'sha256-abc'");
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
});

test('a page of a named origin may call, read the limits, and bring no cookie', async () => {
  const headers = { origin: FRIEND };
  const answer = await app.inject({ url: '/api/things', headers });
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': FRIEND,
    'access-control-expose-headers': expect.stringContaining('ratelimit-remaining'),
    vary: 'Origin',
  });
  expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  const refused = await app.inject({ url: '/api/nothing', headers });
  expect(refused.headers['access-control-allow-origin']).toBe(FRIEND);
});

test.each([['https://stranger.example'], ['https://friend.example.evil'], ['null'], ['*']])(
  'a page of %s may not',
  async (origin) => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const headers = { origin, 'access-control-request-method': 'POST' };
      const answer = await app.inject({ method, url: '/api/things', headers });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      expect(answer.headers['vary']).toBe('Origin');
    }
  },
);

test('what a browser asks beforehand is answered with the methods and headers there are', async () => {
  const headers = { origin: FRIEND, 'access-control-request-method': 'DELETE' };
  const answer = await app.inject({ method: 'OPTIONS', url: '/api/things', headers });
  expect([answer.statusCode, answer.body]).toEqual([204, '']);
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': FRIEND,
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers':
      'authorization, content-type, idempotency-key, if-match, x-request-id, tidemark-version',
    'access-control-max-age': '7200',
  });
});

test('a URL over 8 KB is refused, one under it is not', async () => {
  const url = (length: number) => `/api/things?${'x'.repeat(length - 12)}`;
  expect((await app.inject(url(8_192))).statusCode).toBe(200);
  const refused = await app.inject(url(8_193));
  expect([refused.statusCode, refused.json().error.code]).toEqual([414, 'URI_TOO_LONG']);
});

test('a body is 16 KB at most, unless its route says otherwise', async () => {
  app.post('/api/roomy', { ...OPEN, bodyLimit: 20 * 1024 }, (request) => ok(request, 'heard'));
  const post = (url: string, bytes: number) =>
    app.inject({
      method: 'POST',
      url,
      payload: JSON.stringify('x'.repeat(bytes - 2)),
      headers: { 'content-type': 'application/json' },
    });
  for (const url of ['/api/users/login', '/api/echo']) {
    expect((await post(url, 16 * 1024)).statusCode).toBe(200);
    const large = await post(url, 16 * 1024 + 1);
    expect([large.statusCode, large.json().error.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  }
  expect((await post('/api/roomy', 20 * 1024)).statusCode).toBe(200);
  expect((await post('/api/roomy', 20 * 1024 + 1)).statusCode).toBe(413);
});

test.each([
  ['headers over 16 KB', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(17_000)}\r\n\r\n`, '16 KB'],
  ['no HTTP', 'hello\r\n\r\n', 'not an HTTP request'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    'not an',
  ],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
    'not an',
  ],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', ''],
])('%s: 400, and the connection is closed', async (_name, bytes, words) => {
  const answer = await answerTo(bytes);
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  if (words === '') return;
  expect(answer).toContain("content-security-policy: default-src 'none'");
  expect(bodyOf(answer)).toMatchObject({
    success: false,
    error: { code: 'INVALID_REQUEST', message: expect.stringContaining(words) },
  });
});

test('no secret of a URL or a header is in the log, whatever happens', async () => {
  const secrets = [
    'ticket',
    'token',
    'code',
    'key',
    'password',
    'api_key',
    'refresh_token',
    'TOKEN',
  ];
  const query = secrets.map((name) => `${name}=hunter2`).join('&');
  const headers = {
    authorization: 'Bearer hunter2',
    cookie: 'tidemark_refresh=hunter2',
    'x-csrf-token': 'hunter2',
  };
  for (const path of ['/api/things', '/api/broken', '/api/nothing', '/nothing', '/healthz']) {
    await app.inject({ url: `${path}?limit=5&${query}`, headers });
    await app.inject({ url: `${path}?t%6fken=hunter2`, headers });
  }
  await app.inject({
    method: 'POST',
    url: `/api/echo?${query}`,
    headers,
    payload: { password: 'hunter2' },
  });
  expect(log).toContain('/api/broken?limit=5&ticket=…');
  expect(log).toContain('/api/things?limit=5');
  expect(log).not.toContain('hunter2');
});
