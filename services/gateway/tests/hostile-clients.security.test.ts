import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ok } from '@tidemark/service/reply';
import { until } from '@tidemark/testkit/until';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPEN } from '@tidemark/testkit/open-route';
import { CONFIG, openDoor, type TestDoor } from './support/test-door.ts';
import { afterwards, stopAll } from './support/two-processes.ts';

const CLIENT = fileURLToPath(new URL('support/hostile-client.ts', import.meta.url));
const SLOW_MS = 90_000;
/** Generous: other programs have the machine too. */
const BOUND_MS = 2_000;

let door: TestDoor;
beforeEach(async () => {
  door = await openDoor({
    config: { RATE_LIMIT_DATA_PER_MIN: 1_000_000, RATE_LIMIT_AUTH_PER_MIN: 1_000_000 },
    routes: (app) => {
      app.get('/api/market/coins', OPEN, (asked) => ok(asked, 'coins'));
    },
  });
});
afterEach(stopAll);

interface Hostile {
  /** Connections that it has. */
  left: () => number;
}

/** Starts a hostile client and waits until all its connections are there. */
async function attack(what: string, count: number): Promise<Hostile> {
  const { port } = door.app.server.address() as AddressInfo;
  const child = spawn(process.execPath, [CLIENT, what, String(port), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  afterwards(async () => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-2_000)));
  // Whole lines: one that is on its way has half of a number.
  const left = () => Number([...said.matchAll(/left (\d+)\n/g)].at(-1)?.[1] ?? NaN);
  await until('the attack to be up', () => !Number.isNaN(left()), 30_000);
  return { left };
}

/** Asks as anybody does, on a connection of its own and on one that is kept; the statuses and the times, ms. */
async function probe(times: number): Promise<{ statuses: Set<number>; p95: number }> {
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  afterwards(async () => kept.destroy());
  const statuses = new Set<number>();
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const from = performance.now();
    statuses.add(await ask('/api/market/coins', i % 2 === 0 ? kept : false));
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  return { statuses, p95: took[Math.ceil(times * 0.95) - 1] ?? NaN };
}

function ask(path: string, agent: Agent | false): Promise<number> {
  return new Promise((resolve, reject) => {
    request(door.origin + path, { agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end();
  });
}

/** Connections that the server has. */
function connections(): Promise<number> {
  return new Promise((resolve, reject) => {
    door.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

async function expectServed(): Promise<void> {
  const { statuses, p95 } = await probe(40);
  expect([...statuses]).toEqual([200]);
  expect(p95).toBeLessThan(BOUND_MS);
}

test(
  '500 clients that send a byte of a header a second hold nobody up, and are cut off',
  async () => {
    const hostile = await attack('slow-loris', 500);
    expect(hostile.left()).toBe(500);
    await expectServed();
    await until('them to be cut off', () => hostile.left() === 0, 30_000);
    await expectServed();
  },
  SLOW_MS,
);

test(
  'bodies of 10 MB are refused before they are read, and hold nobody up',
  async () => {
    const from = process.memoryUsage().rss;
    const hostile = await attack('large-body', 50);
    await expectServed();
    await until('them to be cut off', () => hostile.left() === 0, 30_000);
    expect(process.memoryUsage().rss - from).toBeLessThan(250_000_000);
    await expectServed();
  },
  SLOW_MS,
);

test(
  '10,000 idle connections hold nobody up, and those that never ask are closed',
  async () => {
    const hostile = await attack('idle', 10_000);
    expect(hostile.left()).toBeGreaterThan(5_000);
    await expectServed();
    await until('them to be closed', () => hostile.left() === 0, 40_000);
    await expectServed();
  },
  SLOW_MS,
);

test(
  '1,000 WebSockets that are half opened hold nobody up, and are cut off',
  async () => {
    await attack('upgrades', 1_000);
    await expectServed();
    // Told by the server: whoever does not read does not notice. One address may have some WebSockets, and we are one.
    const left = CONFIG.WS_CONNECTIONS_PER_ADDRESS + 1;
    await until('the others to be cut off', async () => (await connections()) <= left, 40_000);
    await expectServed();
  },
  SLOW_MS,
);
