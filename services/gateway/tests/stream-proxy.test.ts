import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import { until } from '@tidemark/testkit/until';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import {
  afterwards,
  deadOrigin,
  startBareServer,
  startGateway,
  startService,
  stopAll,
} from './support/two-processes.ts';

afterEach(stopAll);

const PATH = '/api/market/stream';

/** A service with a WebSocket, seen from its own side. */
async function startStreamService(options: { perMessageDeflate?: boolean } = {}) {
  const server = new WebSocketServer({ noServer: true, ...options });
  const requests: IncomingMessage[] = [];
  const sockets: WebSocket[] = [];
  const { origin, app } = await startService((scope) => {
    upgradesOf(scope.server).route(
      PATH,
      ({ request, socket, head }) => {
        requests.push(request);
        server.handleUpgrade(request, socket, head, (ws) => {
          ws.on('error', () => undefined);
          sockets.push(ws);
        });
      },
      async () => {
        for (const ws of sockets) ws.terminate();
      },
    );
  });
  return { origin, app, requests, sockets };
}

async function connect(gateway: string, query = '', options = {}): Promise<WebSocket> {
  const ws = new WebSocket(`${gateway.replace('http', 'ws')}${PATH}${query}`, options);
  ws.on('error', () => undefined);
  afterwards(async () => ws.terminate());
  await once(ws, 'open');
  return ws;
}

test('messages, pings and their order pass both ways', async () => {
  const service = await startStreamService();
  const { origin } = await startGateway([service.origin]);
  const client = await connect(origin, '?coins=bitcoin');
  const [ws] = service.sockets as [WebSocket];
  expect(service.requests[0]?.url).toBe(`${PATH}?coins=bitcoin`);
  const heard: string[] = [];
  client.on('message', (data: Buffer) => heard.push(data.toString()));
  client.on('ping', (data) => heard.push(`ping ${data.toString()}`));
  for (let i = 0; i < 100; i += 1) ws.send(`${i}`);
  const ponged = once(ws, 'pong');
  ws.ping('p');
  expect((await ponged)[0].toString()).toBe('p');
  expect(heard).toEqual([...Array.from({ length: 100 }, (_, i) => `${i}`), 'ping p']);
  const told = once(ws, 'message');
  client.send('hello');
  expect((await told)[0].toString()).toBe('hello');
});

test('compression is agreed between the two ends', async () => {
  const service = await startStreamService({ perMessageDeflate: true });
  const { origin } = await startGateway([service.origin]);
  const client = await connect(origin);
  expect(client.extensions).toContain('permessage-deflate');
  const heard = once(client, 'message');
  service.sockets[0]?.send('tide '.repeat(1000));
  expect((await heard)[0].toString()).toBe('tide '.repeat(1000));
});

test('large messages pass whole', async () => {
  const service = await startStreamService();
  const { origin } = await startGateway([service.origin]);
  const client = await connect(origin);
  for (const size of [1, 125, 126, 65_535, 65_536, 3_000_000]) {
    const heard = once(client, 'message');
    service.sockets[0]?.send(Buffer.alloc(size, size % 251));
    expect((await heard)[0].equals(Buffer.alloc(size, size % 251))).toBe(true);
  }
});

test("the service gets the gateway's word and not the client's", async () => {
  const service = await startStreamService();
  const { origin } = await startGateway([service.origin]);
  await connect(origin, '', { headers: { 'x-tidemark-identity': 'forged', 'x-request-id': 'r1' } });
  const headers = service.requests[0]!.headers;
  expect(headers['x-tidemark-identity']).not.toBe('forged');
  expect(headers['x-request-id']).toBe('r1');
  expect(headers['x-forwarded-for']).toBe('127.0.0.1');
  expect(headers.traceparent).toMatch(/^00-/);
});

test.each([1000, 1001, 4400, 4408])(
  'close code %i of the service reaches the client',
  async (code) => {
    const service = await startStreamService();
    const { origin } = await startGateway([service.origin]);
    const client = await connect(origin);
    const closed = once(client, 'close');
    service.sockets[0]?.close(code, 'why');
    const [got, reason] = await closed;
    expect([got, reason.toString()]).toEqual([code, 'why']);
  },
);

test('close code of the client reaches the service', async () => {
  const service = await startStreamService();
  const { origin } = await startGateway([service.origin]);
  const client = await connect(origin);
  const closed = once(service.sockets[0]!, 'close');
  client.close(4001, 'enough');
  const [got, reason] = await closed;
  expect([got, reason.toString()]).toEqual([4001, 'enough']);
});

test('a client that vanishes is gone at the service too', async () => {
  const service = await startStreamService();
  const { origin } = await startGateway([service.origin]);
  const client = await connect(origin);
  const closed = once(service.sockets[0]!, 'close');
  client.terminate();
  await closed;
});

test('when the service dies the client is told to connect again', async () => {
  const service = await startStreamService();
  const { origin } = await startGateway([service.origin]);
  const client = await connect(origin);
  service.sockets[0]?.send('last');
  await once(client, 'message');
  const closed = once(client, 'close');
  service.sockets[0]?.terminate();
  expect((await closed)[0]).toBe(1012);
});

test('a service that dies in the middle of a frame leaves no broken message behind', async () => {
  let socket: Duplex | undefined;
  const { server, origin: upstream } = await startBareServer(() => undefined);
  const accepting = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, duplex, head) => {
    socket = duplex;
    accepting.handleUpgrade(request, duplex, head, () => undefined);
  });
  const { origin } = await startGateway([upstream]);
  const client = await connect(origin);
  const heard: string[] = [];
  client.on('message', (data: Buffer) => heard.push(data.toString()));
  const closed = once(client, 'close');
  socket!.write(Buffer.from([0x81, 2, 0x68, 0x69, 0x81, 100, 0x68]), () => socket!.destroy());
  expect((await closed)[0]).toBe(1012);
  expect(heard).toEqual(['hi']);
});

test('a slow reader holds the service back, and nothing is piled up between', async () => {
  const service = await startStreamService();
  const { origin } = await startGateway([service.origin]);
  const client = await connect(origin);
  const [ws] = service.sockets as [WebSocket];
  client.pause();
  const message = Buffer.alloc(16_000);
  let sent = 0;
  let before = 0;
  await until('the service to be held back', () => {
    const held = ws.bufferedAmount > 0 && ws.bufferedAmount === before;
    before = ws.bufferedAmount;
    for (let i = 0; i < 100 && before === 0; i += 1, sent += 1) ws.send(message);
    return held;
  });
  let got = 0;
  client.on('message', () => (got += 1));
  client.resume();
  await until('every message', () => got === sent);
});

test('a refusal of the service is answered as it is', async () => {
  const service = await startService(() => undefined);
  const { origin } = await startGateway([service.origin]);
  const ws = new WebSocket(`${origin.replace('http', 'ws')}${PATH}`);
  ws.on('error', () => undefined);
  const [, response] = await once(ws, 'unexpected-response');
  expect(response.statusCode).toBe(404);
  const [body] = await once(response, 'data');
  expect(JSON.parse(body.toString())).toMatchObject({ error: { code: 'RESOURCE_NOT_FOUND' } });
});

test('a replica that is not there is passed over', async () => {
  const service = await startStreamService();
  const { origin } = await startGateway([await deadOrigin(), service.origin]);
  for (let i = 0; i < 4; i += 1) await connect(origin);
  expect(service.sockets).toHaveLength(4);
});

test('where no replica is there the upgrade is refused, not left hanging', async () => {
  const { origin } = await startGateway([await deadOrigin()]);
  const ws = new WebSocket(`${origin.replace('http', 'ws')}${PATH}`);
  ws.on('error', () => undefined);
  const [, response] = await once(ws, 'unexpected-response');
  expect(response.statusCode).toBe(503);
});

test('when the gateway stops its clients get 1001, and it waits for them', async () => {
  const service = await startStreamService();
  const { origin, app } = await startGateway([service.origin]);
  const clients = await Promise.all([connect(origin), connect(origin), connect(origin)]);
  const codes = Promise.all(
    clients.map(async (client) => once(client, 'close').then(([code]) => Number(code))),
  );
  const from = performance.now();
  await app.close();
  expect(performance.now() - from).toBeLessThan(1500);
  expect(await codes).toEqual([1001, 1001, 1001]);
});

test('a service that is asked without the gateway opens no WebSocket', async () => {
  const service = await startStreamService();
  const ws = new WebSocket(`${service.origin.replace('http', 'ws')}${PATH}`);
  ws.on('error', () => undefined);
  const [, response] = await once(ws, 'unexpected-response');
  expect(response.statusCode).toBe(401);
  expect(service.sockets).toHaveLength(0);
});
