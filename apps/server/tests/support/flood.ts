import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { makeApiKey } from '@tidemark/service/api-key-form';

/**
 * `flood.ts <port> <address>`: what one address can do to a Tidemark, in a process of its own. 11,000 requests with made-up
 * API keys within 15 s, bodies of 1 MB all the while, and 2,000 connections that are never used. Prints `up` once it
 * is under way and, at its end, how it was answered: a line of JSON.
 */
const [port = '', localAddress = ''] = process.argv.slice(2);
const KEYS = 11_000;
const KEYS_PER_S = 735;
const IDLE = 2_000;
const ALLOWED = 200;
const SETTLE_TURNS = 200;
const AT = { host: '127.0.0.1', port: Number(port), localAddress };

const statuses: Record<string, number> = {};
const note = (status: number | string) => void (statuses[status] = (statuses[status] ?? 0) + 1);
const keyed = new Agent({ keepAlive: true, maxSockets: 40 });
const large = new Agent({ keepAlive: true, maxSockets: 4 });

function send(agent: Agent, method: string, path: string, headers: object, body?: Buffer) {
  return new Promise<number | string>((resolve) => {
    const asked = request({ ...AT, agent, method, path, headers: { ...headers } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve('broken'));
    });
    asked.on('error', () => resolve('broken'));
    asked.end(body);
  });
}

async function guess(): Promise<void> {
  const from = performance.now();
  const waiting: Promise<void>[] = [];
  for (let sent = 0; sent < KEYS; sent += 1) {
    const due = from + (sent / KEYS_PER_S) * 1_000;
    if (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 5));
    // Every other one has the form of a key; none is one.
    const key = sent % 2 === 0 ? makeApiKey() : `tmk_${sent}`;
    const headers = { authorization: `Bearer ${key}` };
    waiting.push(send(keyed, 'GET', '/api/market/coins', headers).then(note));
  }
  await Promise.all(waiting);
}

async function stuff(isOver: () => boolean): Promise<void> {
  const fields = Array.from({ length: 95_000 }, (_, i) => `"f${i}":1`);
  const body = Buffer.from(`{${fields.join()}}`);
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  while (!isOver()) {
    const status = await send(large, 'POST', '/api/analytics/backtest', headers, body);
    note(`body ${status}`);
    if (status === 'broken') await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function idle(): { open: () => number; end: () => void } {
  const sockets = Array.from({ length: IDLE }, () => connect(AT));
  const open = new Set<Socket>();
  for (const socket of sockets) {
    socket.on('error', () => undefined);
    socket.once('connect', () => open.add(socket));
    socket.once('close', () => open.delete(socket));
  }
  return {
    open: () => open.size,
    end: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

let over = false;
const work = [guess(), ...Array.from({ length: 4 }, () => stuff(() => over))];
await new Promise((resolve) => setTimeout(resolve, 500));
const connections = idle();
process.stdout.write('up\n');
await work[0];
over = true;
// The kernel answers for connections that the server has not seen yet: it closes them as it comes to them.
for (let turn = 0; turn < SETTLE_TURNS && connections.open() > ALLOWED; turn += 1) {
  await new Promise((resolve) => setTimeout(resolve, 100));
}
const left = connections.open();
connections.end();
await Promise.all(work);
process.stdout.write(`${JSON.stringify({ statuses, idle: left })}\n`, () => process.exit(0));
