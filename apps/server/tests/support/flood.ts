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
/** Of each of four connections: 20 MB a second in all, which is no more than a line of 200 Mbit/s. */
const STUFF_EVERY_MS = 200;
const ALLOWED = 200;
/** The last of them are closed a moment after they were opened; none is left alone for longer than 10 s anyway. */
const SETTLE_TURNS = 50;
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
    await new Promise((resolve) => setTimeout(resolve, STUFF_EVERY_MS));
  }
}

/** A listening socket has so many places for those that it has not seen; past them the kernel only seems to answer. */
const AT_ONCE = 100;

function idle() {
  const sockets: Socket[] = [];
  const open = new Set<Socket>();
  const add = () =>
    new Promise<void>((resolve) => {
      const socket = connect(AT, () => resolve(void open.add(socket)));
      sockets.push(socket);
      socket.on('error', () => resolve());
      socket.once('close', () => resolve(void open.delete(socket)));
      // Who does not read does not hear that it was closed.
      socket.resume();
    });
  const opening = (async () => {
    while (sockets.length < IDLE) await Promise.all(Array.from({ length: AT_ONCE }, add));
  })();
  return {
    opening,
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
const left = connections.opening.then(async () => {
  for (let turn = 0; turn < SETTLE_TURNS && connections.open() > ALLOWED; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return connections.open();
});
await work[0];
over = true;
const open = await left;
connections.end();
await Promise.all(work);
process.stdout.write(`${JSON.stringify({ statuses, idle: open })}\n`, () => process.exit(0));
