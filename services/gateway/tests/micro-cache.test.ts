import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { TestClock } from '@tidemark/clock/test-clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { FrontDoor } from '@tidemark/service/service-module';
import { ok } from '@tidemark/service/reply';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { until } from '@tidemark/testkit/until';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MicroCache } from '../src/micro-cache/micro-cache.ts';
import { openRoot } from '@tidemark/testkit/open-root';
import { recordAnswers } from '../src/micro-cache/record-answers.ts';
import { startBareServer, startGateway, startService, stopAll } from './support/two-processes.ts';
import { OPEN } from '@tidemark/testkit/open-route';

const URL = '/api/market/thing';

let app: FastifyInstance;
let clock: TestClock;
/** How often the route was asked, and what it does. */
let asked: number;
let route: (request: FastifyRequest, reply: FastifyReply) => unknown;
/** Requests that were let in. */
let admitted: number;
beforeEach(async () => {
  clock = new TestClock();
  const visitors = { corsOrigins: ['https://friend.example'] };
  app = await openRoot({ visitors, front: microCached() });
  [asked, admitted] = [0, 0];
  route = (request) => ok(request, { asked });
  app.get(`${URL}/*`, OPEN, (request, reply) => {
    asked += 1;
    return route(request, reply);
  });
  app.get(URL, OPEN, (request, reply) => {
    asked += 1;
    return route(request, reply);
  });
  app.get('/api/market/mine', { config: { access: 'user' } }, (request) => ok(request, 'mine'));
  return () => app.close();
});
afterEach(stopAll);

function microCached(): FrontDoor {
  const micro = new MicroCache({ clock, metrics: createMetrics() });
  return {
    prepare: recordAnswers,
    answer: (request, reply) => micro.answer(request, reply),
    admit: async (request, reply) => {
      admitted += 1;
      reply.header('ratelimit-remaining', 1000 - admitted);
      if (request.headers['x-test-user'] !== undefined) {
        request.identity = { userId: 'u', role: 'user', sessionId: 's', scope: 'read_write' };
      }
    },
  };
}

const get = (url = URL, headers: Record<string, string> = {}) => app.inject({ url, headers });

test('a thousand equal requests at once cost one', async () => {
  const gate = Promise.withResolvers<undefined>();
  route = async (request) => {
    await gate.promise;
    return ok(request, 'x'.repeat(2_000));
  };
  const all = Array.from({ length: 1_000 }, () => get());
  await until('all to be let in', () => admitted === 1_000);
  gate.resolve(undefined);
  const answers = await Promise.all(all);
  expect(asked).toBe(1);
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  const statuses = answers.map(({ headers }) => headers['cache-status']);
  expect(statuses.filter((status) => status === 'tidemark; fwd=miss; stored')).toHaveLength(1);
  expect(statuses.filter((status) => status === 'tidemark; fwd=miss; collapsed')).toHaveLength(999);
});

test('for 250 ms the same is answered from memory, then anew', async () => {
  const first = await get();
  await clock.advance(249);
  const again = await get();
  expect([again.body, again.headers['cache-status']]).toEqual([first.body, 'tidemark; hit']);
  expect(again.headers['content-type']).toBe(first.headers['content-type']);
  await clock.advance(1);
  expect((await get()).json().data).toEqual({ asked: 2 });
});

test('each request keeps its own id, limits and origin; the body names the one it was made for', async () => {
  const first = await get(URL, { 'x-request-id': 'one' });
  const friend = { 'x-request-id': 'two', origin: 'https://friend.example' };
  const second = await get(URL, friend);
  expect(second.headers).toMatchObject({
    'x-request-id': 'two',
    'cache-status': 'tidemark; hit',
    'access-control-allow-origin': 'https://friend.example',
    vary: first.headers['vary'],
  });
  expect(second.json().meta.request_id).toBe('one');
  expect(second.headers['ratelimit-remaining']).not.toBe(first.headers['ratelimit-remaining']);
  const third = await get();
  expect(third.headers).not.toHaveProperty('access-control-allow-origin');
});

test('an answer from memory has the headers that every answer has', async () => {
  const first = await get();
  const second = await get();
  const own = ['x-request-id', 'ratelimit-remaining', 'cache-status', 'date'];
  const rest = (headers: object) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
  expect(rest(second.headers)).toEqual(rest(first.headers));
  expect(Object.keys(second.headers).sort()).toEqual(Object.keys(first.headers).sort());
});

test('what differs in path, query or encoding is asked for by itself', async () => {
  route = (request) => ok(request, 'tide '.repeat(1_000));
  await get(URL);
  await get(`${URL}?a=1`);
  await get(`${URL}?a=2`);
  await get(`${URL}/below`);
  const br = await get(URL, { 'accept-encoding': 'gzip, br' });
  expect(br.headers['content-encoding']).toBe('br');
  expect(asked).toBe(5);
  const again = await get(URL, { 'accept-encoding': 'br, gzip, deflate' });
  expect([again.headers['content-encoding'], again.headers['cache-status']]).toEqual([
    'br',
    'tidemark; hit',
  ]);
  expect(again.rawPayload.equals(br.rawPayload)).toBe(true);
  expect((await get(URL)).headers).not.toHaveProperty('content-encoding');
  expect(asked).toBe(5);
});

test('HEAD is answered from memory too, without the body', async () => {
  const first = await get();
  const head = await app.inject({ method: 'HEAD', url: URL });
  expect([asked, head.body, head.headers['cache-status']]).toEqual([1, '', 'tidemark; hit']);
  expect(head.headers['content-length']).toBe(first.headers['content-length']);
});

test.each<[string, (request: FastifyRequest, reply: FastifyReply) => unknown]>([
  ['sets a cookie', (request, reply) => reply.header('set-cookie', 'a=1').send(ok(request, 1))],
  [
    'says no-store',
    (request, reply) => reply.header('cache-control', 'no-store').send(ok(request, 1)),
  ],
  [
    'says private',
    (request, reply) => reply.header('cache-control', 'private').send(ok(request, 1)),
  ],
  ['is a 201', (request, reply) => reply.code(201).send(ok(request, 1))],
  ['is a refusal', () => Promise.reject(new TidemarkError('RESOURCE_NOT_FOUND', 'no'))],
  ['is a fault', () => Promise.reject(new Error('no'))],
])('what %s is nobody else’s', async (_name, answer) => {
  const gate = Promise.withResolvers<undefined>();
  route = async (request, reply) => {
    await gate.promise;
    return answer(request, reply);
  };
  const all = Array.from({ length: 5 }, () => get());
  await until('all to be let in', () => admitted === 5);
  gate.resolve(undefined);
  const statuses = new Set((await Promise.all(all)).map(({ statusCode }) => statusCode));
  expect(asked).toBe(5);
  expect(statuses.size).toBe(1);
  await get();
  expect(asked).toBe(6);
});

test('when the first one goes away, another takes its place and the rest wait for that', async () => {
  const first = Promise.withResolvers<undefined>();
  route = async (request) => {
    if (asked === 1) await first.promise;
    return ok(request, { asked });
  };
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const leader = connect(port, '127.0.0.1');
  leader.write(`GET ${URL} HTTP/1.1\r\nhost: a\r\n\r\n`);
  await until('the first one to be asked', () => asked === 1);
  const others = Array.from({ length: 20 }, () => get());
  await until('the others to be let in', () => admitted === 21);
  leader.destroy();
  const answers = await Promise.all(others);
  first.resolve(undefined);
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(asked).toBe(2);
});

test('a first one that reads slowly holds nobody up', async () => {
  route = (request) => ok(request, 'x'.repeat(900_000));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const leader = connect(port, '127.0.0.1');
  leader.pause();
  leader.write(`GET ${URL} HTTP/1.1\r\nhost: a\r\n\r\n`);
  await until('the first one to be asked', () => asked === 1);
  expect((await get()).body.length).toBeGreaterThan(900_000);
  expect(asked).toBe(1);
  leader.destroy();
});

test('a route that is not for everybody is never answered from memory', async () => {
  const mine = { 'x-test-user': '1' };
  const first = await get('/api/market/mine', mine);
  expect([first.statusCode, first.headers['cache-control']]).toEqual([200, 'no-store']);
  expect((await get('/api/market/mine')).statusCode).toBe(401);
  expect((await get('/api/market/mine', mine)).headers).not.toHaveProperty('cache-status');
});

test('reads of a service elsewhere are answered together, bodies and encodings as they come', async () => {
  let count = 0;
  const service = await startService((of) => {
    of.get('/api/market/large', OPEN, async (request) => {
      count += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return ok(request, 'tide '.repeat(5_000));
    });
    of.get('/api/market/mine', { config: { access: 'user' } }, (request) => {
      count += 1;
      return ok(request, request.identity.userId);
    });
  });
  const gateway = await startGateway([service.origin], {}, { front: microCached() });
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${gateway.origin}/api/market/${path}`, { headers });
  const all = Array.from({ length: 50 }, () => ask('large', { 'accept-encoding': 'br' }));
  const answers = await Promise.all(all);
  expect(count).toBe(1);
  for (const answer of answers) {
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, 'br']);
    expect(await answer.json()).toMatchObject({ data: expect.stringContaining('tide tide') });
  }
  const plain = await ask('large', { 'accept-encoding': 'identity' });
  expect([count, plain.headers.get('content-encoding')]).toEqual([2, null]);
  const plainAgain = await ask('large', { 'accept-encoding': 'identity' });
  expect(plainAgain.headers.get('cache-status')).toBe('tidemark; hit');
  expect(await plainAgain.text()).toBe(await plain.text());
  const mine = await ask('mine', { 'x-test-user': 'u' });
  expect(await mine.json()).toMatchObject({ data: 'u' });
  const nobody = await ask('mine');
  expect(nobody.status).toBe(401);
});

test('an answer that breaks off half-way fails the first one only', async () => {
  let count = 0;
  const { origin: upstream } = await startBareServer((_request, response) => {
    count += 1;
    response.setHeader('content-type', 'application/json');
    response.setHeader('content-length', '12');
    if (count > 1) {
      response.end('{"whole":"a"');
      return;
    }
    response.write('{"half"');
    setTimeout(() => response.destroy(), 100);
  });
  const gateway = await startGateway([upstream], {}, { front: microCached() });
  const first = fetch(`${gateway.origin}/api/market/x`);
  await until('the first one to be asked', () => count === 1);
  const second = fetch(`${gateway.origin}/api/market/x`);
  const broken = await first;
  expect([broken.status, await broken.json()]).toMatchObject([
    503,
    { error: { code: 'UPSTREAM_UNAVAILABLE' } },
  ]);
  expect(await (await second).text()).toBe('{"whole":"a"');
});

test('a second request on the connection of an answer from memory is served', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  await get();
  const socket = connect(port, '127.0.0.1');
  const request = `GET ${URL} HTTP/1.1\r\nhost: a\r\n\r\n`;
  socket.write(request.repeat(20) + `GET ${URL} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
  let received = '';
  socket.on('data', (piece: Buffer) => (received += piece.toString()));
  await once(socket, 'close');
  expect(received.split('HTTP/1.1 200 OK').length - 1).toBe(21);
});
