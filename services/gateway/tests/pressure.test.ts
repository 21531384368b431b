import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { testRoot } from './support/test-root.ts';

async function readyRoot(): Promise<FastifyInstance> {
  const app = await testRoot();
  onTestFinished(() => app.close());
  await app.ready();
  return app;
}

function block(ms: number): void {
  const from = performance.now();
  while (performance.now() - from < ms);
}

/** The statuses of requests between stalls, none longer than a few turns of the event loop apart. */
async function statuses(app: FastifyInstance, stalls: number, ms: number): Promise<number[]> {
  const seen: number[] = [];
  for (let i = 0; i < stalls; i += 1) {
    block(ms);
    await sleep(1);
    seen.push((await app.inject('/api/large')).statusCode);
  }
  return seen;
}

test('what is held up for less than the limit answers, though nothing was measured meanwhile', async () => {
  const app = await readyRoot();
  expect(new Set(await statuses(app, 4, 1_200))).toEqual(new Set([200]));
}, 30_000);

test('a process that does nothing but fall behind says that it is overloaded', async () => {
  const app = await readyRoot();
  expect(await statuses(app, 4, 2_400)).toContain(503);
}, 30_000);
