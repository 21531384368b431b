import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http';
import { ok } from '@tidemark/service/reply';
import { until } from '@tidemark/testkit/until';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import {
  afterwards,
  startGateway,
  startService,
  stopAll,
  type TestService,
} from './support/two-processes.ts';
import { OPEN } from '@tidemark/testkit/open-route';

afterEach(stopAll);

const SLOW_MS = 150;

/** Routes that take their time, as those that ask a database do. */
function slow(app: FastifyInstance): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/market/slow',
    ...OPEN,
    handler: async (incoming) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * SLOW_MS));
      return ok(incoming, 'done');
    },
  });
}

interface Load {
  /** How many answers came with each status. */
  statuses: Record<number, number>;
  /** How many answers said that the connection closes. */
  closing: () => number;
  stop(): Promise<void>;
}

/** Clients that ask one after the other, on connections that they keep; a refused connection ends a client's work. */
function loadOn(url: string, clients: number, method = 'GET'): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const statuses: Record<number, number> = {};
  let closing = 0;
  let stopped = false;
  const work = Array.from({ length: clients }, async () => {
    while (!stopped) {
      const response = await ask(url, { agent, method }).catch(() => null);
      if (!response) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        continue;
      }
      const { statusCode = 0, headers } = response;
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
      if (headers.connection === 'close') closing += 1;
    }
  });
  const stop = async (): Promise<void> => {
    stopped = true;
    await Promise.all(work);
    agent.destroy();
  };
  afterwards(stop);
  return { statuses, closing: () => closing, stop };
}

function ask(url: string, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, options, (response) => {
      response.on('end', () => resolve(response)).on('error', reject);
      response.resume();
    })
      .on('error', reject)
      .end();
  });
}

const answered = (load: Load) => load.statuses[200] ?? 0;

/** Stops a service as its process does: not ready first, then closed. */
async function stopping({ app, readiness }: TestService): Promise<void> {
  readiness.ready = false;
  await app.close();
}

test('a server that stops under load answers what it took, and nothing with 5xx', async () => {
  const service = await startService(slow);
  const { app, origin } = await startGateway([service.origin]);
  const load = loadOn(`${origin}/api/market/slow`, 40);
  await until('work', () => answered(load) > 100);
  const from = performance.now();
  await app.close();
  expect(performance.now() - from).toBeLessThan(1_500);
  await load.stop();
  expect(Object.keys(load.statuses)).toEqual(['200']);
  expect(load.closing()).toBeGreaterThan(0);
});

test('an answer that was under way when the server was stopped ends its connection', async () => {
  let finish: () => void = () => undefined;
  const service = await startService((app) => {
    app.get('/api/market/slow', OPEN, async (incoming) => {
      await new Promise<void>((resolve) => (finish = resolve));
      return ok(incoming, 'done');
    });
  });
  const { app, origin } = await startGateway([service.origin]);
  const started = finish;
  const answer = ask(`${origin}/api/market/slow`, { agent: new Agent({ keepAlive: true }) });
  await until('the request to be under way', () => finish !== started);
  const closed = app.close();
  finish();
  const { statusCode, headers } = await answer;
  expect([statusCode, headers.connection]).toEqual([200, 'close']);
  await closed;
});

test('where a service lingers before it closes, not even a POST is lost', async () => {
  const first = await startService(slow, { lameDuckMs: 300 });
  const second = await startService(slow, { lameDuckMs: 300 });
  const { origin } = await startGateway([first.origin, second.origin]);
  const load = loadOn(`${origin}/api/market/slow`, 40, 'POST');
  await until('work', () => answered(load) > 100);
  await stopping(first);
  await startService(slow, { port: first.port, lameDuckMs: 300 });
  const before = answered(load);
  await until('work again', () => answered(load) > before + 100);
  await load.stop();
  expect(Object.keys(load.statuses)).toEqual(['200']);
});

test('services that restart one after the other cost no client an answer', async () => {
  const first = await startService(slow);
  const second = await startService(slow);
  const { origin, app } = await startGateway([first.origin, second.origin]);
  const load = loadOn(`${origin}/api/market/slow`, 40);
  await until('work', () => answered(load) > 100);
  for (const service of [first, second]) {
    await stopping(service);
    const before = answered(load);
    await until('work without it', () => answered(load) > before + 50);
    await startService(slow, { port: service.port });
    await until('it to be ready', async () => {
      const metrics = (await app.inject('/metrics')).body;
      return metrics.includes('tidemark_upstream_replicas_ready{service="market-data"} 2');
    });
  }
  await load.stop();
  expect(Object.keys(load.statuses)).toEqual(['200']);
});

test('the only replica restarts under load, and clients wait instead of failing', async () => {
  const service = await startService(slow);
  const { origin } = await startGateway([service.origin], {
    timings: { pollMs: 50, patienceMs: 5_000 },
  });
  const load = loadOn(`${origin}/api/market/slow`, 20);
  await until('work', () => answered(load) > 50);
  await stopping(service);
  await startService(slow, { port: service.port });
  const before = answered(load);
  await until('work again', () => answered(load) > before + 50);
  await load.stop();
  expect(Object.keys(load.statuses)).toEqual(['200']);
});
