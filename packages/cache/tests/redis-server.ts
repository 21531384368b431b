import { randomUUID } from 'node:crypto';
import { engineControl } from '@tidemark/testkit/distributed/engine-control';
import { createClient } from 'redis';
import { afterEach } from 'vitest';
import type { CacheLogger } from '../src/redis-link.ts';
import { RedisCache, type RedisCacheOptions } from '../src/redis-cache.ts';

/** Address of the server under test; undefined where there is none. */
export const redisUrl = process.env['REDIS_URL'];

const infra = process.env['TIDEMARK_INFRA'];
/** Ends and starts the server; undefined where it is not ours to end. */
export const redisControl = infra === undefined ? undefined : engineControl(infra);

if (redisUrl === undefined) {
  process.stderr.write('skipped: no REDIS_URL; dev/with-infra.sh <command> starts Redis\n');
}

/** Opens caches, each with keys of its own; they are closed when the test is over. */
export function useCaches(): (options?: Partial<RedisCacheOptions>) => Promise<RedisCache> {
  const opened: RedisCache[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((cache) => cache.close()));
  });
  return async (options = {}) => {
    const prefix = `test:${randomUUID()}:`;
    const cache = new RedisCache({ url: redisUrl ?? '', prefix, ...options });
    opened.push(cache);
    await cache.ping().catch(() => undefined);
    return cache;
  };
}

/** What a person with redis-cli does. */
export async function asPerson<T>(command: readonly string[]): Promise<T> {
  const client = createClient({ url: redisUrl ?? '' });
  await client.connect();
  try {
    return await client.sendCommand([...command]);
  } finally {
    client.destroy();
  }
}

/** A logger, and the messages that it was given. */
export function listeningLogger(): { logger: CacheLogger; messages: string[]; entries: unknown[] } {
  const entries: unknown[] = [];
  const messages: string[] = [];
  const log = (fields: object, message: string): void => {
    entries.push([fields, message]);
    messages.push(message);
  };
  return { logger: { info: log, warn: log }, messages, entries };
}

/** Milliseconds that some work takes, however it ends. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work().catch(() => undefined);
  return performance.now() - from;
}
