import { setTimeout as sleep } from 'node:timers/promises';
import type { Readiness } from '@tidemark/contracts/health';
import type { FastifyInstance } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { testRoot } from '@tidemark/testkit/test-root';

async function readyRoot(readiness?: () => Readiness): Promise<FastifyInstance> {
  const app = await testRoot(readiness);
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
    // The router reads escapes, and so must who refuses.
    seen.push((await app.inject('/%61pi/large')).statusCode);
  }
  return seen;
}

test('a process that does nothing but fall behind says that it is overloaded', async () => {
  const app = await readyRoot();
  expect(await statuses(app, 4, 2_400)).toContain(503);
}, 30_000);

test('a start that held everything up is no overload: what is ready answers', async () => {
  let ready = false;
  const app = await readyRoot(() => ({ ready, modules: [] }));
  await statuses(app, 2, 2_400);
  ready = true;
  const until = performance.now() + 3_000;
  const seen = new Set<number>();
  while (performance.now() < until) {
    await sleep(50);
    seen.add((await app.inject('/api/large')).statusCode);
  }
  expect(seen).toEqual(new Set([200]));
}, 30_000);
