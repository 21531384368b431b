import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RedisCache } from '@tidemark/cache/redis-cache';
import { until } from '@tidemark/testkit/until';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from './support/starting-server.ts';

const SCRIPT = fileURLToPath(new URL('../../../deploy/docker/make-secrets.mjs', import.meta.url));
const TTL = 60_000;

describe.skipIf(process.env['REDIS_URL'] === undefined)('the users of Redis that are made', () => {
  let root: string;
  let server: ChildProcess;
  let port: number;
  const caches: RedisCache[] = [];
  const urlOf = (user: string) => {
    const url = new URL(readFileSync(join(root, 'for', user, 'redis-url'), 'utf8').trim());
    url.host = `127.0.0.1:${port}`;
    return url.href;
  };
  const open = (url: string, prefix = '') => {
    const cache = new RedisCache({ url, prefix });
    caches.push(cache);
    return cache;
  };

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'tidemark-redis-users-'));
    execFileSync(process.execPath, [SCRIPT, join(root, 'store'), join(root, 'for')]);
    port = await freePort();
    const conf = join(root, 'for/redis/redis.conf');
    const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', ''];
    server = spawn('redis-server', [conf, ...settings], { cwd: root, stdio: 'ignore' });
    const gateway = open(urlOf('gateway'));
    await connected(gateway);
  });
  afterAll(async () => {
    for (const cache of caches) await cache.close();
    server.kill('SIGKILL');
    await once(server, 'exit');
    rmSync(root, { recursive: true });
  });

  test.each([
    ['market-data', 'price:bitcoin'],
    ['market-data', 'feeds:market-data-a'],
    ['market-data', 'coins'],
    ['analytics', 'analytics:rsi:bitcoin:1h'],
    ['sentiment', 'sentiment:lead-lag:bitcoin'],
    ['users', 'credential:key:1'],
    ['gateway', 'credential:key:1'],
  ])('%s writes and reads %s, of both markets', async (user, key) => {
    for (const prefix of ['', 'simulated:']) {
      const cache = open(urlOf(user), prefix);
      await connected(cache);
      await cache.set(key, 'a', TTL);
      expect(await cache.setIfNewer(key, 'b', 1, TTL)).toBe(true);
      expect(await cache.get(key)).toBe('b');
      await cache.delete(key);
    }
  });

  test.each(['market-data', 'analytics', 'sentiment'])(
    '%s neither reads nor writes who is signed in',
    async (user) => {
      const gateway = open(urlOf('gateway'));
      const cache = open(urlOf(user));
      await connected(cache);
      await connected(gateway);
      for (const key of ['credential:session:1', 'ticket:1', 'rate:general:1']) {
        await gateway.set(key, 'theirs', TTL);
        // What Redis refuses is answered as where it is away.
        expect(await cache.get(key)).toBeUndefined();
        await cache.set(key, 'forged', TTL);
        expect(await cache.setIfNewer(key, 'forged', 9, TTL)).toBe(false);
        await cache.delete(key);
        expect(await gateway.get(key)).toBe('theirs');
      }
    },
  );

  test('nobody gets in without a password', async () => {
    const gateway = open(urlOf('gateway'));
    await connected(gateway);
    await gateway.set('price:bitcoin', 'theirs', TTL);
    for (const user of ['', 'market-data@', 'gateway:wrong@', 'default:x@']) {
      const cache = open(`redis://${user}127.0.0.1:${port}/0`);
      await cache.ping().catch(() => undefined);
      expect(await cache.get('price:bitcoin')).toBeUndefined();
    }
    expect(await gateway.get('price:bitcoin')).toBe('theirs');
  });
});

function connected(cache: RedisCache): Promise<void> {
  const answers = () =>
    cache.ping().then(
      () => true,
      () => false,
    );
  return until('Redis answers', answers);
}
