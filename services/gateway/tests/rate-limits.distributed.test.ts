import { randomUUID } from 'node:crypto';
import { RedisCache } from '@tidemark/cache/redis-cache';
import { startTcpLine } from '@tidemark/testkit/distributed/tcp-line';
import { until } from '@tidemark/testkit/until';
import type { FastifyInstance } from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { limitedRoot } from './support/limited-root.ts';

const redisUrl = process.env['REDIS_URL'];
if (redisUrl === undefined) {
  process.stderr.write('skipped: no REDIS_URL; dev/with-infra.sh <command> starts Redis\n');
}

async function gateway(prefix: string, url = redisUrl ?? ''): Promise<FastifyInstance> {
  const cache = new RedisCache({ url, prefix });
  await cache.ping();
  const app = await limitedRoot(cache);
  onTestFinished(() => app.close().then(() => cache.close()));
  return app;
}

const statusesOf = async (
  apps: FastifyInstance[],
  method: 'GET' | 'POST',
  url: string,
  count: number,
) =>
  Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const app = apps[i % apps.length];
      return (await app?.inject({ method, url }))?.statusCode;
    }),
  );

describe.skipIf(redisUrl === undefined)('limits of gateways that share Redis', () => {
  test('two gateways together let through what one would', async () => {
    const prefix = `test:${randomUUID()}:`;
    const both = [await gateway(prefix), await gateway(prefix)];
    const from = performance.now();
    const reads = await statusesOf(both, 'GET', '/api/things', 300);
    const logins = await statusesOf(both, 'POST', '/api/users/login', 40);
    const backed = (perMinute: number) =>
      Math.floor(((performance.now() - from) * perMinute) / 60_000);
    const passed = (all: unknown[]) => all.filter((status) => status === 200).length;
    expect(passed(reads)).toBeGreaterThanOrEqual(100);
    expect(passed(reads)).toBeLessThanOrEqual(100 + backed(100));
    expect(passed(logins)).toBeGreaterThanOrEqual(5);
    expect(passed(logins)).toBeLessThanOrEqual(5 + backed(5));
  });

  test('without Redis reads go on and signing in waits, until it is back', async () => {
    const line = await startTcpLine(new URL(redisUrl ?? '').host);
    onTestFinished(() => line.close());
    const url = new URL(redisUrl ?? '');
    url.host = `127.0.0.1:${line.port}`;
    const app = await gateway(`test:${randomUUID()}:`, url.href);
    const login = async () =>
      (await app.inject({ method: 'POST', url: '/api/users/login' })).statusCode;
    expect(await login()).toBe(200);
    await line.cut();
    await until('signing in to wait', async () => (await login()) === 503);
    expect(await statusesOf([app], 'GET', '/api/things', 150)).not.toContain(429);
    await line.mend();
    await until('signing in to be counted again', async () => (await login()) !== 503);
  });
});
