import { gzipSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { ok } from '@tidemark/service/reply';
import { until } from '@tidemark/testkit/until';
import { afterEach, expect, test } from 'vitest';
import { startBareServer, startGateway, startService, stopAll } from './support/two-processes.ts';
import { OPEN } from '@tidemark/testkit/open-route';

afterEach(stopAll);

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

test('a path of an absent service is answered by it, with status, headers and body', async () => {
  const service = await startService((app) => {
    app.get('/api/market/coins', OPEN, (request, reply) => {
      reply.header('x-own', 'kept');
      return ok(request, { query: request.query });
    });
  });
  const { origin } = await startGateway([service.origin]);
  const response = await fetch(`${origin}/api/market/coins?a=1&a=2&b=%20`, {
    headers: { 'x-request-id': 'mine-1' },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-own')).toBe('kept');
  expect(response.headers.get('x-request-id')).toBe('mine-1');
  expect(await response.json()).toEqual({
    success: true,
    data: { query: { a: ['1', '2'], b: ' ' } },
    meta: { timestamp: expect.any(String), request_id: 'mine-1' },
  });
});

test('what the service refuses goes through as it is', async () => {
  const service = await startService((app) => {
    app.get('/api/market/coins', OPEN, (request) => ok(request, []));
  });
  const { origin } = await startGateway([service.origin]);
  const unknown = await fetch(`${origin}/api/market/nothing`);
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ error: { code: 'RESOURCE_NOT_FOUND' } });
  const wrong = await fetch(`${origin}/api/market/coins`, { method: 'DELETE' });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('a service learns who asks from the gateway alone', async () => {
  const seen: NodeJS.Dict<string | string[]>[] = [];
  const { origin: upstream } = await startBareServer((request, response) => {
    seen.push(request.headers);
    response.end();
  });
  const { origin } = await startGateway([upstream]);
  await fetch(`${origin}/api/market/coins`, {
    headers: {
      'x-tidemark-identity': 'forged',
      'x-tidemark-role': 'admin',
      'x-forwarded-for': '6.6.6.6',
      'x-real-ip': '6.6.6.6',
      forwarded: 'for=6.6.6.6',
      'x-mine': 'kept',
      'x-request-id': 'mine-2',
      traceparent: `00-${TRACE}-00f067aa0ba902b7-01`,
    },
  });
  expect(seen[0]).toMatchObject({
    host: upstream.replace('http://', ''),
    'x-mine': 'kept',
    'x-request-id': 'mine-2',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': origin.replace('http://', ''),
    'x-tidemark-identity': expect.stringMatching(/^[\w-]+\.[\w-]+$/),
  });
  expect(seen[0]?.traceparent).toMatch(new RegExp(`^00-${TRACE}-(?!00f067aa0ba902b7)\\w{16}-01$`));
  for (const name of ['x-tidemark-role', 'x-real-ip', 'forwarded']) {
    expect(seen[0]).not.toHaveProperty(name);
  }
});

test('headers of one connection stay on it, and so do those it names', async () => {
  const seen: NodeJS.Dict<string | string[]>[] = [];
  const { origin: upstream } = await startBareServer((request, response) => {
    seen.push(request.headers);
    response.setHeader('connection', 'x-hop');
    response.setHeader('x-hop', 'here');
    response.setHeader('proxy-authenticate', 'here');
    response.end();
  });
  const { origin } = await startGateway([upstream]);
  const request = httpRequest(`${origin}/api/market/coins`, {
    headers: { connection: 'keep-alive, x-one', 'x-one': '1', te: 'trailers', 'x-two': '2' },
  });
  request.end();
  const [response] = await once(request, 'response');
  response.resume();
  expect(seen[0]).toMatchObject({ 'x-two': '2' });
  expect(seen[0]).not.toHaveProperty('x-one');
  expect(seen[0]).not.toHaveProperty('te');
  expect(response.headers).not.toHaveProperty('x-hop');
  expect(response.headers).not.toHaveProperty('proxy-authenticate');
});

test('the gateway says who may call from a browser, and its own headers stand', async () => {
  const { origin: upstream } = await startBareServer((_request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-security-policy', "script-src 'unsafe-inline'");
    response.setHeader('vary', 'accept-language');
    response.setHeader('set-cookie', ['a=1', 'b=2']);
    response.end();
  });
  const { origin } = await startGateway([upstream]);
  const { headers } = await fetch(`${origin}/api/market/coins`);
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('vary')?.toLowerCase()).toBe('origin, accept-language');
  expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('an answer is compressed once, by the service', async () => {
  const service = await startService((app) => {
    app.get('/api/market/large', OPEN, (request) => ok(request, 'tide '.repeat(2000)));
    app.get('/api/market/small', OPEN, (request) => ok(request, 'tide'));
  });
  const { origin } = await startGateway([service.origin]);
  const large = await fetch(`${origin}/api/market/large`, { headers: { 'accept-encoding': 'br' } });
  expect(large.headers.get('content-encoding')).toBe('br');
  expect(await large.json()).toMatchObject({ data: expect.stringContaining('tide tide') });
  const small = await fetch(`${origin}/api/market/small`, { headers: { 'accept-encoding': 'br' } });
  expect(small.headers.get('content-encoding')).toBeNull();
  expect(Number(small.headers.get('content-length'))).toBeGreaterThan(0);
});

test('HEAD has the headers of GET and no body', async () => {
  const service = await startService((app) => {
    app.get('/api/market/coins', OPEN, (request) => ok(request, ['bitcoin']));
  });
  const { origin } = await startGateway([service.origin]);
  const head = await fetch(`${origin}/api/market/coins`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(50);
  expect(await head.text()).toBe('');
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
  '%s carries its body, byte for byte',
  async (method) => {
    const { origin: upstream } = await startBareServer((request, response) => {
      response.setHeader('content-type', request.headers['content-type'] ?? 'none');
      request.pipe(response);
    });
    const { origin } = await startGateway([upstream]);
    const body = randomBytes(16_000);
    const response = await fetch(`${origin}/api/market/things`, {
      method,
      body,
      headers: { 'content-type': 'application/x-own' },
    });
    expect(response.headers.get('content-type')).toBe('application/x-own');
    expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
  },
);

test('a body over the limit is refused before a service sees it', async () => {
  let asked = 0;
  const { origin: upstream } = await startBareServer((_request, response) => {
    asked += 1;
    response.end();
  });
  const { origin } = await startGateway([upstream]);
  const response = await fetch(`${origin}/api/market/things`, {
    method: 'POST',
    body: 'x'.repeat(17_000),
  });
  expect(response.status).toBe(413);
  expect(asked).toBe(0);
});

test('a large answer is passed on as it is read, and not kept', async () => {
  const pieces = 800;
  const piece = randomBytes(64 * 1024);
  let written = 0;
  const { origin: upstream } = await startBareServer((_request, response) => {
    const write = (): void => {
      while (written < pieces) {
        written += 1;
        if (response.write(piece)) continue;
        response.once('drain', write);
        return;
      }
      response.end();
    };
    write();
  });
  const { origin } = await startGateway([upstream]);
  const response = await fetch(`${origin}/api/market/large`);
  let before = -1;
  await until('the service to be held back', () => {
    const held = written === before;
    before = written;
    return held && written > 0;
  });
  expect(written).toBeLessThan(pieces / 2);
  const received = Buffer.from(await response.arrayBuffer());
  expect(received.length).toBe(pieces * piece.length);
  expect(received.subarray(-piece.length).equals(piece)).toBe(true);
});

test('a client that goes away ends the request at the service', async () => {
  const ends: string[] = [];
  const { origin: upstream } = await startBareServer((request, response) => {
    response.on('close', () => ends.push(request.url ?? ''));
    if (request.url?.endsWith('started')) response.write('a');
  });
  const { origin } = await startGateway([upstream]);
  for (const path of ['/api/market/silent', '/api/market/started']) {
    const leave = new AbortController();
    const pending = fetch(origin + path, { signal: leave.signal }).then(async (r) => r.text());
    setTimeout(() => leave.abort(), 50);
    await expect(pending).rejects.toThrow();
    await until(`${path} to end`, () => ends.includes(path), 2_000);
  }
});

test("a path that no URL may have is refused as the client's fault", async () => {
  const service = await startService(() => undefined);
  const { origin } = await startGateway([service.origin]);
  const status = await new Promise((resolve, reject) => {
    const { port } = new URL(origin);
    const request = httpRequest({ port, host: '127.0.0.1', path: '/api/market/x' });
    Object.defineProperty(request, 'path', { value: '/api/market/caf\u00e9' });
    request
      .on('response', (response) => resolve(response.statusCode))
      .on('error', reject)
      .end();
  });
  expect([400, 404]).toContain(status);
});

test('a body that came compressed arrives as what it was', async () => {
  const service = await startService((app) => {
    app.post('/api/market/echo', OPEN, (request) => ok(request, request.body));
  });
  const { origin } = await startGateway([service.origin]);
  const answer = await fetch(`${origin}/api/market/echo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: gzipSync('{"tide":"in"}'),
  });
  expect(await answer.json()).toMatchObject({ data: { tide: 'in' } });
});
