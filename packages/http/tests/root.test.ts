import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRoot } from '@tidemark/testkit/open-root';
import { testRoot } from '@tidemark/testkit/test-root';

let app: FastifyInstance;
beforeAll(async () => {
  app = await testRoot();
});
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers });

test('an answer is in the envelope, with what its schema names and nothing more', async () => {
  const response = await get('/api/things/abc?limit=3&kind=a');
  expect(response.json()).toEqual({
    success: true,
    data: { id: 'abc', limit: 3 },
    meta: { timestamp: expect.any(String), request_id: response.headers['x-request-id'] },
  });
});

test('a refused query lists every field with its reason', async () => {
  const response = await get('/api/things/abc?limit=99&kind=z');
  expect(response.statusCode).toBe(400);
  expect(response.json().error).toEqual({
    code: 'INVALID_REQUEST',
    message: expect.any(String),
    details: [
      { field: 'query.limit', reason: 'must be <= 9' },
      { field: 'query.kind', reason: 'must be one of a, b' },
    ],
  });
});

test('what is missing from a query is named', async () => {
  const { error } = (await get('/api/things/abc')).json();
  expect(error.details).toEqual([
    { field: 'query.limit', reason: 'is required' },
    { field: 'query.kind', reason: 'is required' },
  ]);
});

test('a refused path parameter is named', async () => {
  const { error } = (await get('/api/things/ABC?limit=1&kind=a')).json();
  expect(error.details).toMatchObject([{ field: 'params.id' }]);
});

test('an error that a service throws on purpose keeps its code and details', async () => {
  const response = await get('/api/refused');
  expect(response.statusCode).toBe(404);
  expect(response.json()).toMatchObject({
    success: false,
    error: {
      code: 'RESOURCE_NOT_FOUND',
      message: 'Coin not found: x',
      details: [{ field: 'params.coin_id', reason: 'is not followed' }],
    },
  });
});

test('an error that nobody foresaw says nothing of what happened', async () => {
  const response = await get('/api/broken');
  expect(response.statusCode).toBe(500);
  expect(response.json().error.code).toBe('INTERNAL_ERROR');
  expect(response.body).not.toContain('hunter2');
});

test('an unknown path is 404 and a known path with another method 405, in the same form', async () => {
  const unknown = await get('/api/nothing');
  expect(unknown.json().error.code).toBe('RESOURCE_NOT_FOUND');
  const wrong = await app.inject({ method: 'DELETE', url: '/api/things/abc?limit=1' });
  expect(wrong.statusCode).toBe(405);
  expect(wrong.headers.allow).toBe('GET, HEAD');
  expect(wrong.json().error.code).toBe('METHOD_NOT_ALLOWED');
});

test.each([
  ['/%zz', 400, 'INVALID_REQUEST'],
  ['/api/things/%00?limit=1&kind=a', 400, 'INVALID_REQUEST'],
])('%s is refused with %i', async (url, status, code) => {
  const response = await get(url);
  expect(response.statusCode).toBe(status);
  expect(response.json().error.code).toBe(code);
});

test('a body that is too large or no JSON is refused in the same form', async () => {
  const post = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/api/echo',
      payload,
      headers: { 'content-type': 'application/json' },
    });
  const large = await post(JSON.stringify('x'.repeat(2_000_000)));
  expect([large.statusCode, large.json().error.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  const broken = await post('{');
  expect([broken.statusCode, broken.json().error.code]).toEqual([400, 'INVALID_REQUEST']);
});

test('a database that is away is 503, and where it was stays here', async () => {
  const response = await get('/api/away');
  expect([response.statusCode, response.json().error.code]).toEqual([503, 'NOT_READY']);
  expect(response.body).not.toContain('5432');
});

test('a plain request id is kept, any other replaced', async () => {
  const kept = await get('/healthz', { 'x-request-id': 'abc-123' });
  expect(kept.headers['x-request-id']).toBe('abc-123');
  const replaced = await get('/healthz', { 'x-request-id': 'a b\tc' });
  expect(replaced.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('large answers are compressed with what the client takes', async () => {
  const br = await get('/api/large', { 'accept-encoding': 'br, gzip' });
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.rawPayload).toString()).toContain('tide tide');
  const gzip = await get('/api/large', { 'accept-encoding': 'gzip' });
  expect(gunzipSync(gzip.rawPayload).toString()).toContain('tide tide');
  expect((await get('/api/large')).headers['content-encoding']).toBeUndefined();
});

test('only the origins that were named may call from a browser', async () => {
  const friend = await get('/healthz', { origin: 'https://friend.example' });
  expect(friend.headers['access-control-allow-origin']).toBe('https://friend.example');
  const stranger = await get('/healthz', { origin: 'https://stranger.example' });
  expect(stranger.headers['access-control-allow-origin']).toBeUndefined();
});

test('security headers are on every answer', async () => {
  const { headers } = await get('/api/refused');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('metrics count requests by route, not by address', async () => {
  await get('/api/things/abc?limit=3&kind=a');
  const { body, headers } = await get('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toMatch(/request_duration_seconds_count\{[^}]*route="\/api\/things\/:id"/);
  expect(body).not.toContain('/api/things/abc');
});

test('the API describes itself, and its reader runs under a policy without foreign sources', async () => {
  const description = (await get('/api/openapi.json')).json();
  expect(description.openapi).toBe('3.1.0');
  const { parameters } = description.paths['/api/things/{id}'].get;
  expect(parameters.map(({ name }: { name: string }) => name)).toEqual(['limit', 'kind', 'id']);
  const reader = await get('/api/docs');
  expect(reader.statusCode).toBe(200);
  expect(reader.headers['content-security-policy']).not.toMatch(/https?:/);
  expect(reader.body).not.toMatch(/<script>[^<]/);
});

test('readiness is 503, with what is waited for, until every module is ready', async () => {
  const modules = [{ name: 'market-data', ready: false, waiting_for: 'the first price' }];
  const waiting = await testRoot(() => ({ ready: false, modules }));
  const response = await waiting.inject('/readyz');
  expect(response.statusCode).toBe(503);
  expect(response.json()).toEqual({ ready: false, modules });
  expect((await waiting.inject('/healthz')).statusCode).toBe(200);
  await waiting.close();
});

test('a request for another host than ours is refused: its page resolved its own name to this machine', async () => {
  const local = await openRoot({ visitors: { ownHosts: ['localhost'] } });
  const statusAt = async (host: string) =>
    (await local.inject({ url: '/healthz', headers: { host } })).statusCode;
  expect(await statusAt('localhost:8000')).toBe(200);
  expect(await statusAt('rebound.evil.example:8000')).toBe(400);
  expect(await statusAt('localhost.evil.example')).toBe(400);
  await local.close();
});
