import { setTimeout as wait } from 'node:timers/promises';
import { describeCache } from '../src/cache.contract.ts';
import { RedisCache } from '../src/redis-cache.ts';

const url = process.env['REDIS_URL'] ?? '';
let runs = 0;

describeCache('Redis cache', async () => {
  const cache = new RedisCache({ url, prefix: `contract:${Date.now()}:${++runs}:` });
  await cache.ping();
  return { cache, advance: (ms) => wait(ms) };
});
