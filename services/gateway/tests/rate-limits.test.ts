import { Agent, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { systemClock } from '@tidemark/clock/system-clock';
import { TestClock } from '@tidemark/clock/test-clock';
import { ok } from '@tidemark/service/reply';
import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { limitedRoot } from './support/limited-root.ts';
import { OPEN } from '@tidemark/testkit/open-route';

let app: FastifyInstance;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  app = await limitedRoot(new MemoryCache({ clock }));
  return () => app.close();
});

const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '192.0.2.1') =>
  app.inject({ url, headers, remoteAddress });

async function statuses(count: number, url: string, headers?: Record<string, string>) {
  const seen: number[] = [];
  for (let i = 0; i < count; i += 1) seen.push((await get(url, headers)).statusCode);
  return seen;
}

const times = (count: number, status: number) => Array.from({ length: count }, () => status);

test('the 101st request is refused, and says when the next one may come', async () => {
  expect(await statuses(100, '/api/things')).toEqual(times(100, 200));
  const refused = await get('/api/things');
  expect(refused.statusCode).toBe(429);
  expect(refused.json().error.code).toBe('RATE_LIMITED');
  expect(refused.headers).toMatchObject({
    'ratelimit-limit': '100',
    'ratelimit-remaining': '0',
    // As `retry-after`: not when all are there again.
    'ratelimit-reset': '1',
    'ratelimit-policy': '"general";q=100;w=60',
    ratelimit: '"general";r=0;t=1',
    'retry-after': '1',
  });
});

test('tokens come back one each 0.6 s, and refusals cost none', async () => {
  await statuses(100, '/api/things');
  await clock.advance(599);
  expect(await statuses(3, '/api/things')).toEqual([429, 429, 429]);
  await clock.advance(1);
  expect(await statuses(2, '/api/things')).toEqual([200, 429]);
  await clock.advance(1_500);
  expect(await statuses(3, '/api/things')).toEqual([200, 200, 429]);
  await clock.advance(300);
  expect(await statuses(2, '/api/things')).toEqual([200, 429]);
  await clock.advance(3_600_000);
  expect(await statuses(101, '/api/things')).toEqual([...times(100, 200), 429]);
});

test('every answer says what is left; what is no API is not counted', async () => {
  expect((await get('/api/things')).headers).toMatchObject({
    'ratelimit-limit': '100',
    'ratelimit-remaining': '99',
    'ratelimit-reset': '1',
    'ratelimit-policy': '"general";q=100;w=60',
    ratelimit: '"general";r=99;t=1',
  });
  expect((await get('/api/market/coins')).headers['ratelimit-policy']).toBe('"data";q=1000;w=60');
  expect((await get('/api/nothing')).headers['ratelimit-remaining']).toBe('98');
  for (const url of ['/page', '/healthz', '/readyz', '/metrics', '/nothing']) {
    expect((await get(url)).headers).not.toHaveProperty('ratelimit-limit');
  }
});

test('each account has its own tokens, wherever it asks from; an address has others', async () => {
  const headers = { 'x-test-user': 'ann' };
  expect(await statuses(100, '/api/things', headers)).toEqual(times(100, 200));
  expect((await get('/api/things', headers, '198.51.100.9')).statusCode).toBe(429);
  expect((await get('/api/things', { 'x-test-user': 'bob' })).statusCode).toBe(200);
  expect((await get('/api/things')).statusCode).toBe(200);
});

test('a subscriber has one share of the limit, from whichever of its addresses', async () => {
  const first = (i: number) => get('/api/things', {}, `2001:db8:1:2::${i.toString(16)}`);
  for (let i = 1; i <= 100; i += 1) expect((await first(i)).statusCode).toBe(200);
  expect((await first(101)).statusCode).toBe(429);
  expect((await get('/api/things', {}, '2001:db8:1:3::1')).statusCode).toBe(200);
});

test('signing in is counted by address, whoever one is already', async () => {
  const login = (user: string, remoteAddress = '192.0.2.1') =>
    app.inject({
      method: 'POST',
      url: '/api/users/login',
      headers: { 'x-test-user': user },
      remoteAddress,
    });
  for (let i = 0; i < 5; i += 1) expect((await login(`user-${i}`)).statusCode).toBe(200);
  const refused = await login('another');
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '12']);
  expect((await login('another', '192.0.2.2')).statusCode).toBe(200);
  expect((await get('/api/things')).statusCode).toBe(200);
});

test('while nobody can count, everything passes but what guesses secrets', async () => {
  const away = await limitedRoot({ takeToken: () => Promise.resolve(undefined) });
  onTestFinished(() => away.close());
  for (const url of ['/api/things', '/api/market/coins']) {
    const passed = await away.inject(url);
    expect(passed.statusCode).toBe(200);
    expect(passed.headers).not.toHaveProperty('ratelimit-limit');
  }
  const refused = await away.inject({ method: 'POST', url: '/api/users/login' });
  expect([refused.statusCode, refused.json().error.code]).toEqual([503, 'NOT_READY']);
  expect(refused.headers['retry-after']).toBe('5');
  expect((await away.inject('/metrics')).body).toContain(
    'tidemark_http_rate_limited_total{class="auth",reason="away"} 1',
  );
});

test('of a burst over 50 connections not one request too many gets through', async () => {
  const real = await limitedRoot(new MemoryCache({ clock: systemClock }));
  onTestFinished(() => real.close());
  await real.listen({ port: 0, host: '127.0.0.1' });
  const { port } = real.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  onTestFinished(() => agent.destroy());
  const ask = (method: string, path: string) =>
    new Promise<number>((resolve, reject) => {
      const request = httpRequest({ port, host: '127.0.0.1', path, method, agent }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0));
      });
      request.once('error', reject).end();
    });
  const from = performance.now();
  const logins = await Promise.all(
    Array.from({ length: 200 }, () => ask('POST', '/api/users/login')),
  );
  const reads = await Promise.all(Array.from({ length: 400 }, () => ask('GET', '/api/things')));
  // A token that came back meanwhile is rightly given.
  const backed = (perMinute: number) =>
    Math.floor(((performance.now() - from) * perMinute) / 60_000);
  const passed = (all: number[]) => all.filter((status) => status === 200).length;
  expect(passed(logins)).toBeGreaterThanOrEqual(5);
  expect(passed(logins)).toBeLessThanOrEqual(5 + backed(5));
  expect(passed(reads)).toBeGreaterThanOrEqual(100);
  expect(passed(reads)).toBeLessThanOrEqual(100 + backed(100));
  expect(new Set([...logins, ...reads])).toEqual(new Set([200, 429]));
});

test('an IPv6 network of /56 has twice the limit of a /64, one of /48 eight times', async () => {
  const signIn = async (remoteAddress: string) =>
    (await app.inject({ method: 'POST', url: '/api/users/login', remoteAddress })).statusCode;
  const passed = async (addresses: string[]) => {
    let count = 0;
    for (const address of addresses) if ((await signIn(address)) === 200) count += 1;
    return count;
  };
  const ofSubscriber = Array.from({ length: 100 }, (_, i) => `2001:db8:1:${i.toString(16)}::1`);
  expect(await passed(ofSubscriber)).toBe(10);
  const ofSite = Array.from({ length: 200 }, (_, i) => `2001:db8:1:${(i + 1).toString(16)}00::1`);
  expect(await passed(ofSite)).toBe(30);
  expect(await passed(['2001:db8:2::1'])).toBe(1);
});

test('to change an account is counted as signing in is: it tells whether a name is taken', async () => {
  app.put('/api/users/:user_id', OPEN, (request) => ok(request, 'changed'));
  const change = async (user: string) => {
    const headers = { 'x-test-user': user };
    const answer = await app.inject({ method: 'PUT', url: '/api/users/me', headers });
    return answer.statusCode;
  };
  const statuses = [];
  for (let i = 0; i < 7; i += 1) statuses.push(await change(`user-${i}`));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
});
