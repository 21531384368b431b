import { connect } from 'node:net';

const WARM_UP_MS = 2_000;

/**
 * Reads one address over and over, each connection sending its next request when the last was answered.
 * `readers.ts <url> <connections> <seconds>` prints the answers a second. Sockets alone, no HTTP client: what is
 * measured must not wait for what measures.
 */
async function read(url: URL, connections: number, seconds: number): Promise<number> {
  let answers = 0;
  const sockets = Array.from({ length: connections }, () => reader(url, () => (answers += 1)));
  await sleep(WARM_UP_MS);
  answers = 0;
  const from = performance.now();
  await sleep(seconds * 1000);
  const rate = answers / ((performance.now() - from) / 1000);
  for (const socket of sockets) socket.destroy();
  return rate;
}

function reader({ hostname, port, host, pathname }: URL, answered: () => void) {
  const request = `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\n\r\n`;
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let received = '';
  socket.setEncoding('latin1');
  socket.on('connect', () => socket.write(request));
  socket.on('data', (chunk: string) => {
    received += chunk;
    const length = answerLength(received);
    if (length === null || received.length < length) return;
    received = '';
    answered();
    socket.write(request);
  });
  socket.on('error', fail);
  socket.on('end', () => fail(new Error('the server closed a connection')));
  return socket;
}

/** Bytes of the answer that begins here, head and body; null: the head is not whole yet. */
function answerLength(received: string): number | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  if (!received.startsWith('HTTP/1.1 200 ')) fail(new Error(received.slice(0, 200)));
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, end)) ?? [];
  if (length === undefined) fail(new Error('an answer does not tell its length'));
  return end + 4 + Number(length);
}

function fail(error: Error): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const [url = '', connections, seconds] = process.argv.slice(2);
const rate = await read(new URL(url), Number(connections), Number(seconds));
process.stdout.write(`${rate}\n`);
