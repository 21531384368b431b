import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openStream } from './support/stream-client.ts';
import { openDoor, type DoorOptions } from './support/test-door.ts';
import { stopAll } from './support/two-processes.ts';

afterEach(stopAll);

const KEY = 'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-version: 13\r\n';
const UPGRADE = 'connection: upgrade\r\nupgrade: websocket\r\n';

/** The head and the body of what comes back for bytes as they stand. */
async function answersTo(origin: string, heads: string[]) {
  const answers = heads.map(async (head) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`${head}\r\n`);
    let answer = '';
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString();
      if (answer.includes('\r\n\r\n')) socket.end();
    });
    await once(socket, 'close');
    const [top = '', body = ''] = answer.split('\r\n\r\n');
    return { status: Number(top.split(' ')[1]), top: top.toLowerCase(), body };
  });
  return Promise.all(answers);
}

const statusesOf = async (origin: string, heads: string[]) =>
  (await answersTo(origin, heads)).map(({ status }) => status);

test('a request says once whom it is for', async () => {
  const { origin } = await openDoor();
  const get = (target: string, ...hosts: string[]) =>
    `GET ${target} HTTP/1.1\r\n${hosts.map((host) => `host: ${host}\r\n`).join('')}`;
  expect(
    await statusesOf(origin, [
      get('/healthz', 'a'),
      get('/healthz', 'a', 'a'),
      get('/healthz', 'a', 'b'),
      get('/healthz'),
      get('http://a/healthz', 'a'),
      get('http://A:80/healthz', 'a'),
      get('http://a:8000/healthz', 'a:8000'),
      get('http://b/healthz', 'a'),
      get('http://a:8001/healthz', 'a:8000'),
      get('http://a@b/healthz', 'a'),
      `${get('/ws/prices', 'a', 'a')}${UPGRADE}${KEY}`,
      `${get('http://b/ws/prices', 'a')}${UPGRADE}${KEY}`,
      `${get('/ws/prices')}${UPGRADE}${KEY}`,
      `${get('/ws/prices', 'a')}${UPGRADE}${KEY}`,
      'GET /healthz HTTP/1.0\r\n',
    ]),
  ).toEqual([200, 400, 400, 400, 200, 200, 200, 400, 400, 400, 400, 400, 400, 101, 200]);
});

test('every refusal has the security headers and a request id, whoever words it', async () => {
  const { origin } = await openDoor();
  const asked = [
    'GET /healthz HTTP/1.1\r\n',
    'GET /healthz HTTP/1.1\r\nhost: a\r\nexpect: tea\r\n',
    `GET /healthz HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(17_000)}\r\n`,
    'no request at all\r\n',
    `GET /ws/nowhere HTTP/1.1\r\nhost: a\r\n${UPGRADE}${KEY}`,
    `GET /ws/portfolio/p1 HTTP/1.1\r\nhost: a\r\n${UPGRADE}${KEY}`,
    `GET /ws/prices HTTP/1.1\r\nhost: a\r\norigin: http://b\r\n${UPGRADE}${KEY}`,
    `GET /ws/prices HTTP/1.1\r\nhost: a\r\n${UPGRADE}`,
    `POST /ws/prices HTTP/1.1\r\nhost: a\r\n${UPGRADE}${KEY}`,
  ];
  const answers = await answersTo(origin, asked);
  expect(answers.map(({ status }) => status)).toEqual([
    ...[400, 417, 400, 400, 404, 401, 403, 400, 400],
  ]);
  for (const { top, body } of answers) {
    for (const header of [
      "content-security-policy: default-src 'none'",
      'x-content-type-options: nosniff',
      'x-frame-options: deny',
      'referrer-policy: no-referrer',
      'cross-origin-resource-policy: same-origin',
      'cache-control: no-store',
      'content-type: application/json; charset=utf-8',
    ]) {
      expect(top).toContain(header);
    }
    const { success, meta } = JSON.parse(body) as {
      success: boolean;
      meta: { request_id: string };
    };
    expect([success, top.includes(`x-request-id: ${meta.request_id}`)]).toEqual([false, true]);
  }
});

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

async function statusAt(options: DoorOptions, host: string, more: Record<string, string> = {}) {
  const { app, origin } = await openDoor({ ownHosts: LOCAL, ...options });
  const { port } = new URL(origin);
  const page = { origin: `http://${host}:${port}`, host: `${host}:${port}`, ...more };
  const { status } = await openStream(origin, '/ws/prices', { headers: page });
  const { statusCode } = await app.inject({ url: '/healthz', headers: page });
  return [status, statusCode];
}

test('by the name of another host neither a request nor a WebSocket gets in', async () => {
  expect(await statusAt({}, 'evil.example')).toEqual([400, 400]);
  expect(await statusAt({}, 'localhost.evil.example')).toEqual([400, 400]);
  expect(await statusAt({}, 'LOCALHOST')).toEqual([101, 200]);
  expect(await statusAt({}, '[::1]')).toEqual([101, 200]);
});

test('with a trusted proxy, what does not come through one is held to our names all the same', async () => {
  const behind = { trustedProxies: ['127.0.0.1'] };
  const through = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'tide.example' };
  expect(await statusAt(behind, 'evil.example')).toEqual([400, 400]);
  expect(await statusAt({ trustedProxies: ['10.0.0.1'] }, 'evil.example', through)).toEqual([
    400, 400,
  ]);
  const page = { ...through, origin: 'http://tide.example' };
  expect(await statusAt(behind, 'tide.example', page)).toEqual([101, 200]);
});
