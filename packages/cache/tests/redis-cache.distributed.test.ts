import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeCache } from '../src/cache.contract.ts';
import { RedisCache } from '../src/redis-cache.ts';
import { asPerson, listeningLogger, redisUrl, useCaches } from './redis-server.ts';

const SECRET = 'hunter2';

describe.skipIf(redisUrl === undefined)('Redis', () => {
  const open = useCaches();

  describeCache('cache', async () => ({ cache: await open(), advance: (ms) => wait(ms) }));

  test('a person reads the values as JSON under the prefix and the key', async () => {
    const cache = await open({ prefix: 'person:' });
    await cache.setIfNewer('price:bitcoin', { price: 58_123.45 }, 1_795_000_000_123, 60_000);
    expect(await asPerson(['GET', 'person:price:bitcoin'])).toBe('{"price":58123.45}');
    expect(await asPerson(['GET', 'person:price:bitcoin#version'])).toBe('1795000000123');
    expect(Number(await asPerson(['PTTL', 'person:price:bitcoin#version']))).toBeGreaterThan(
      50_000,
    );
    await cache.delete('price:bitcoin');
    expect(await asPerson(['KEYS', 'person:*'])).toEqual([]);
  });

  test('two prefixes share nothing', async () => {
    const [live, simulated] = [await open(), await open()];
    await live.set('k', 1, 10_000);
    expect(await simulated.get('k')).toBeUndefined();
  });

  test('what one process stores another reads', async () => {
    const prefix = `test:${randomUUID()}:`;
    const [a, b] = [await open({ prefix }), await open({ prefix })];
    expect(await a.setIfNewer('k', 'new', 2, 10_000)).toBe(true);
    expect(await b.setIfNewer('k', 'old', 1, 10_000)).toBe(false);
    expect(await b.get('k')).toBe('new');
  });

  test('two processes take from the same bucket, which Redis forgets once it is full', async () => {
    const prefix = `test:${randomUUID()}:`;
    const bucket = { capacity: 40, perSecond: 1 };
    const both = [await open({ prefix }), await open({ prefix })];
    const takes = both.flatMap((cache) =>
      Array.from({ length: 100 }, () => cache.takeToken('b', bucket)),
    );
    const allowed = (await Promise.all(takes)).filter((answer) => answer?.allowed);
    expect(allowed.length).toBeGreaterThanOrEqual(40);
    expect(allowed.length).toBeLessThanOrEqual(41);
    const left = Number(await asPerson(['PTTL', `${prefix}b#bucket`]));
    expect(left).toBeGreaterThan(35_000);
    expect(left).toBeLessThanOrEqual(40_002);
  });

  test('a value without a version gives way to any version, and takes its place', async () => {
    const cache = await open();
    await cache.setIfNewer('k', 'ten', 10, 10_000);
    await cache.set('k', 'plain', 10_000);
    expect(await cache.setIfNewer('k', 'five', 5, 10_000)).toBe(true);
    await cache.delete('k');
    expect(await cache.setIfNewer('k', 'four', 4, 10_000)).toBe(true);
  });

  test('a version whose value Redis dropped stops nothing', async () => {
    const cache = await open({ prefix: 'dropped:' });
    await cache.setIfNewer('k', 'ten', 10, 10_000);
    await asPerson(['DEL', 'dropped:k']);
    expect(await cache.setIfNewer('k', 'five', 5, 10_000)).toBe(true);
  });

  test('Redis that has forgotten the scripts is told them again', async () => {
    const cache = await open();
    await cache.setIfNewer('k', 1, 1, 10_000);
    await asPerson(['SCRIPT', 'FLUSH', 'SYNC']);
    expect(await cache.setIfNewer('k', 2, 2, 10_000)).toBe(true);
    await cache.set('k', 3, 10_000);
    expect(await cache.get('k')).toBe(3);
  });

  test('what is not JSON, or no text, is as good as absent, and logged once', async () => {
    const { logger, messages } = listeningLogger();
    const cache = await open({ prefix: 'foreign:', logger });
    onTestFinished(() => asPerson(['DEL', 'foreign:text', 'foreign:list']).then(() => undefined));
    await asPerson(['SET', 'foreign:text', '{not json']);
    await asPerson(['RPUSH', 'foreign:list', 'x']);
    for (let i = 0; i < 3; i += 1) {
      expect(await cache.get('text')).toBeUndefined();
      expect(await cache.get('list')).toBeUndefined();
      expect(await cache.getMany(['list', 'text'])).toEqual([undefined, undefined]);
    }
    expect(messages).toHaveLength(2);
    await cache.set('text', 'ours', 10_000);
    expect(await cache.get('text')).toBe('ours');
  });

  test('a time to live may be a fraction, or for ever', async () => {
    const cache = await open();
    await cache.set('k', 1, 0.3);
    await cache.set('l', 1, Number.POSITIVE_INFINITY);
    await wait(10);
    expect(await cache.getMany(['k', 'l'])).toEqual([undefined, 1]);
  });

  test('user and password of the address are handed on, and a wrong one is told without repeating it', async () => {
    const user = `user-${randomUUID()}`;
    await asPerson(['ACL', 'SETUSER', user, 'on', `>${SECRET}/x`, '~*', '&*', '+@all']);
    onTestFinished(() => asPerson(['ACL', 'DELUSER', user]).then(() => undefined));
    const url = new URL(redisUrl ?? '');
    url.username = user;
    url.password = encodeURIComponent(`${SECRET}/x`);
    const cache = await open({ url: url.href });
    await cache.set('k', 1, 1_000);
    expect(await cache.get('k')).toBe(1);

    const { logger, entries, messages } = listeningLogger();
    url.password = `${SECRET}-wrong`;
    const refused = await open({ url: url.href, logger });
    const error = await refused.ping().catch((e: unknown) => e);
    expect(messages).toEqual([expect.stringMatching(/^Redis at .* is away$/)]);
    expect(String(error)).toMatch(/WRONGPASS/);
    expect(inspect([error, entries], { depth: 9, showHidden: true })).not.toContain(SECRET);
  });
});

test.each([
  `redis://me:${SECRET}@ho st:port`,
  `http://me:${SECRET}@host`,
  `redis://:${SECRET}@h/x`,
])('an address that cannot be read is refused without repeating its password', (url) => {
  let error: unknown;
  try {
    new RedisCache({ url, prefix: '' });
  } catch (e) {
    error = e;
  }
  expect(inspect(error, { depth: 9, showHidden: true })).toMatch(/The address of Redis is not/);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(SECRET);
});
