import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { TidemarkError } from '@tidemark/contracts/errors';
import { afterEach, expect, test } from 'vitest';
import { refuseUpgrade, upgradesOf } from '../src/upgrade-router.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

async function started() {
  server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { router: upgradesOf(server), port: (server.address() as AddressInfo).port };
}

/** The whole answer to a request for a WebSocket. */
async function ask(port: number, path: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.write(
    `GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
  );
  let answer = '';
  socket.on('data', (piece: Buffer) => (answer += piece.toString()));
  await once(socket, 'end');
  return answer;
}

test.each([
  ['/ws/portfolio/p-1', { portfolio_id: 'p-1' }],
  ['/ws/portfolio/A_9?x=1', { portfolio_id: 'A_9' }],
  ['/ws/prices?portfolio_id=2', {}],
])('%s reaches its handler with %o', async (path, params) => {
  const { router, port } = await started();
  for (const route of ['/ws/prices', '/ws/portfolio/{portfolio_id}']) {
    router.route(
      route,
      (upgrade) => refuseUpgrade(upgrade.socket, 409, route, JSON.stringify(upgrade.params)),
      async () => undefined,
    );
  }
  const answer = await ask(port, path);
  expect(answer).toContain('HTTP/1.1 409');
  expect(answer).toContain(JSON.stringify(JSON.stringify(params)));
});

test.each([
  '/ws/portfolio/',
  '/ws/portfolio/a/b',
  '/ws/portfolio/a%2fb',
  '/ws/portfolio/a.b',
  '/ws/portfolio/{portfolio_id}',
  '/x/ws/portfolio/a',
  '/ws/portfolio/../prices/a',
])('there is no WebSocket at %s', async (path) => {
  const { router, port } = await started();
  router.route(
    '/ws/portfolio/{portfolio_id}',
    ({ socket }) => refuseUpgrade(socket, 409, 'CONFLICT', 'reached'),
    async () => undefined,
  );
  expect(await ask(port, path)).toContain('HTTP/1.1 404');
});

test('whoever is refused for want of a sign-in is told how to show one', async () => {
  const { router, port } = await started();
  router.guard(() => {
    throw new TidemarkError('UNAUTHORIZED', 'Sign in first.');
  });
  router.route(
    '/ws/prices',
    () => undefined,
    async () => undefined,
  );
  const answer = await ask(port, '/ws/prices');
  expect(answer).toMatch(/^HTTP\/1.1 401 Unauthorized\r\n/);
  expect(answer).toContain('www-authenticate: Bearer\r\n');
});

test('a refused client that leaves its side open is cut off', async () => {
  const { port } = await started();
  const accepted = once(server!, 'connection');
  const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  client.write(
    'GET /nothing HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  );
  const [socket] = (await accepted) as [Socket];
  await once(socket, 'close');
  client.destroy();
});
