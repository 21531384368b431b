import { connect, type AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { until } from '@tidemark/testkit/until';
import { expect, onTestFinished, test } from 'vitest';
import { giveUpOnSlowReaders } from '../src/root/slow-readers.ts';

const SIZE = 8 * 1024 * 1024;

test('who does not read an answer loses the connection; who reads, and who is idle, does not', async () => {
  const server = createServer((_request, response) => response.end(Buffer.alloc(SIZE)));
  giveUpOnSlowReaders(server, 400);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const open = (request: string) => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    if (request !== '') socket.write(request);
    onTestFinished(() => void socket.destroy());
    return socket;
  };
  const request = 'GET / HTTP/1.1\r\nhost: a\r\n\r\n';
  const idle = open('');
  const slow = open(request).pause();
  const quick = open(request).resume();
  const left = () =>
    new Promise<number>((resolve, reject) => {
      server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
    });
  await until('three connections', async () => (await left()) === 3);
  await until('one to be given up', async () => (await left()) === 2, 5_000);
  expect([idle.closed, quick.closed]).toEqual([false, false]);
  expect(quick.bytesRead).toBeGreaterThanOrEqual(SIZE);
  slow.resume();
  await until('the slow one to notice', () => slow.closed);
  expect(slow.bytesRead).toBeLessThan(SIZE);
});
