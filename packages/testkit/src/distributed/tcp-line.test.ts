import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished, test } from 'vitest';
import { until } from '../until.ts';
import { startTcpLine, type LineOptions, type TcpLine } from './tcp-line.ts';

/** A line to a server that sends back what it gets. */
async function echoLine(options: LineOptions = {}): Promise<TcpLine> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const line = await startTcpLine(`127.0.0.1:${port}`, options);
  onTestFinished(async () => {
    await line.close();
    server.close();
  });
  return line;
}

/** A client that keeps what it heard and how it ended. */
async function clientOf(line: TcpLine) {
  const socket: Socket = connect(line.port, '127.0.0.1');
  const client = { socket, heard: '', ended: '' };
  socket.on('data', (chunk: Buffer) => (client.heard += chunk.toString()));
  socket.on('error', (error: NodeJS.ErrnoException) => (client.ended = error.code ?? ''));
  await new Promise((resolve) => socket.once('connect', resolve).once('error', resolve));
  return client;
}

test('a whole line passes everything on', async ({ expect }) => {
  const client = await clientOf(await echoLine());
  client.socket.write('hello');
  await until('the echo', () => client.heard === 'hello');
  expect(client.ended).toBe('');
});

test('a stalled line keeps connections and passes nothing; mended, it passes what was sent meanwhile', async ({
  expect,
}) => {
  const line = await echoLine();
  const before = await clientOf(line);
  line.stall();
  const during = await clientOf(line);
  before.socket.write('one');
  during.socket.write('two');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([before.heard, during.heard, before.ended, during.ended]).toEqual(['', '', '', '']);
  await line.mend();
  await until('both echoes', () => before.heard === 'one' && during.heard === 'two');
});

test('a cut line resets its connections and refuses new ones; mended, it takes them again', async ({
  expect,
}) => {
  const line = await echoLine();
  const before = await clientOf(line);
  before.socket.write('a');
  await until('the echo', () => before.heard === 'a');
  await line.cut();
  await until('the reset', () => before.ended === 'ECONNRESET');
  expect((await clientOf(line)).ended).toBe('ECONNREFUSED');
  await line.mend();
  const after = await clientOf(line);
  after.socket.write('b');
  await until('the echo', () => after.heard === 'b');
});

test('a branch is cut and mended alone, told by what its clients say first', async ({ expect }) => {
  const line = await echoLine({ branchOf: (first) => first.toString().slice(0, 1) });
  const [a, b] = [await clientOf(line), await clientOf(line)];
  a.socket.write('a1');
  b.socket.write('b1');
  await until('both echoes', () => a.heard === 'a1' && b.heard === 'b1');
  await line.cut('a');
  await until('the reset', () => a.ended === 'ECONNRESET');
  const again = await clientOf(line);
  again.socket.write('a2');
  await until('the next reset', () => again.ended === 'ECONNRESET');
  line.stall('b');
  const other = await clientOf(line);
  other.socket.write('c');
  b.socket.write('b2');
  await until('the echo of the third kind', () => other.heard === 'c');
  expect(b.heard).toBe('b1');
  await line.mend('b');
  await until('the rest', () => b.heard === 'b1b2');
  await line.mend('a');
  const last = await clientOf(line);
  last.socket.write('a3');
  await until('the echo', () => last.heard === 'a3');
});
