import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { until } from '@tidemark/testkit/until';
import { expect, onTestFinished, test } from 'vitest';
import { openServer } from '../src/root/server-limits.ts';
import { trustOf } from '../src/addresses/trusted-proxies.ts';

async function bounded(perAddress: number) {
  const connections = { perAddress, trusts: trustOf(['127.0.0.9']) };
  const server = openServer({ tls: undefined, connections }, (_request, response) => {
    response.end('here');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  /** A connection from an address, and whether it is answered. */
  return async (localAddress: string): Promise<[Socket, boolean]> => {
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
    const answered = once(socket, 'data').then(() => true);
    const closed = new Promise<boolean>((resolve) => socket.once('close', () => resolve(false)));
    return [socket, await Promise.race([answered, closed])];
  };
}

test('past its bound an address gets no connection, and others do', async () => {
  const open = await bounded(3);
  const first = [await open('127.0.0.1'), await open('127.0.0.1'), await open('127.0.0.1')];
  expect(first.map(([, answered]) => answered)).toEqual([true, true, true]);
  expect((await open('127.0.0.1'))[1]).toBe(false);
  expect((await open('127.0.0.2'))[1]).toBe(true);
  first[0]?.[0].destroy();
  await until('room for another', async () => (await open('127.0.0.1'))[1]);
});

test('a trusted proxy has as many as it needs', async () => {
  const open = await bounded(1);
  for (let i = 0; i < 5; i += 1) expect((await open('127.0.0.9'))[1]).toBe(true);
});
