import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '@tidemark/testkit/until';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from './support/server-process.ts';

const FLOOD = fileURLToPath(new URL('support/flood.ts', import.meta.url));
const [ATTACKER, READER] = ['127.0.0.3', '127.0.0.2'];
const QUIET_READS = 200;
/** Floods that are tried, each on a server of its own. */
const FLOODS = 3;
/** What a machine that does other things as well may take for a read, ms; under it nothing is compared. */
const NOISE_MS = 10;
const CONNECTIONS_PER_ADDRESS = 200;
const DATA_PER_MIN = 1_000;

interface Flooded {
  statuses: Record<string, number>;
  /** Of its connections that are never used, those that were left open. */
  idle: number;
}

test('what one address floods costs another less than three times its usual wait', async () => {
  const ratios: number[] = [];
  // What else the machine does makes a wait longer, never shorter: one flood that cost little is enough.
  while (ratios.length < FLOODS && !ratios.some((ratio) => ratio < 3)) {
    ratios.push(await waitsInAFlood());
  }
  expect(Math.min(...ratios)).toBeLessThan(3);
}, 300_000);

/** Floods a new server, holds what it answers; how many times its usual wait another reader waited meanwhile. */
async function waitsInAFlood(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tidemark-flood-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const server = startServer({ DATA_DIR: dataDir, HOST: '127.0.0.1' });
  const stop = async (): Promise<void> => {
    server.kill('SIGKILL');
    await server.ended;
  };
  onTestFinished(stop);
  const { url } = await server.ready;
  const port = Number(new URL(url).port);
  const read = reader(port);
  await until('prices', async () => (await read()).status === 200, 60_000);
  const quiet: number[] = [];
  for (let i = 0; i < QUIET_READS; i += 1) quiet.push((await read()).ms);

  const flood = startFlood(port);
  await until('the flood to be up', () => flood.said().includes('up'), 30_000);
  const meanwhile: number[] = [];
  const statuses = new Set<number>();
  while (!flood.isOver()) {
    const { status, ms } = await read();
    meanwhile.push(ms);
    statuses.add(status);
    // As a page that is open asks, and so that the reader's own limit is not the matter.
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await stop();
  const { statuses: answers, idle } = JSON.parse(flood.said().split('\n')[1] ?? '') as Flooded;
  const [before, during] = [quantile(quiet, 0.99), quantile(meanwhile, 0.99)];
  console.info(
    `p99 ${before.toFixed(1)} ms quiet, ${during.toFixed(1)} ms of ${meanwhile.length} reads in the flood; ${JSON.stringify({ answers, idle })}`,
  );
  expect(statuses).toEqual(new Set([200]));
  expect(idle).toBeLessThanOrEqual(CONNECTIONS_PER_ADDRESS);
  // A minute's requests, and what comes back of them while it lasts; everything else is turned away.
  expect(answers['401']).toBeLessThan(DATA_PER_MIN * 2);
  expect(answers['429']).toBeGreaterThan(5_000);
  expect(Object.keys(answers).filter((status) => /^(body )?(2|5)/.test(status))).toEqual([]);
  return during / Math.max(before, NOISE_MS);
}

/** Reads the prices as somebody else, on one connection. */
function reader(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const at = { host: '127.0.0.1', port, localAddress: READER, path: '/api/market/prices', agent };
  return () =>
    new Promise<{ status: number; ms: number }>((resolve, reject) => {
      const from = performance.now();
      const asked = request(at, (answer) => {
        answer.resume();
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, ms: performance.now() - from }),
        );
      });
      asked.on('error', reject);
      asked.end();
    });
}

function startFlood(port: number) {
  const child = spawn(process.execPath, [FLOOD, String(port), ATTACKER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  let over = false;
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  void once(child, 'close').then(() => (over = true));
  return { said: () => said, isOver: () => over };
}

function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}
