import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Cache } from './cache.ts';

export interface CacheUnderTest {
  cache: Cache;
  /** Lets this much time pass for the cache. */
  advance(ms: number): Promise<void>;
}

/** What every cache does. Each test gets a cache with nothing in it. */
export function describeCache(name: string, create: () => Promise<CacheUnderTest>): void {
  describe(name, () => {
    let cache: Cache;
    let advance: CacheUnderTest['advance'];
    beforeEach(async () => {
      ({ cache, advance } = await create());
    });
    afterEach(() => cache.close());

    test('what was stored is read back', async () => {
      const price = { coin_id: 'bitcoin', price: 58_123.45, sources: [{ age_ms: null }] };
      await cache.set('price:bitcoin', price, 1_000);
      expect(await cache.get('price:bitcoin')).toEqual(price);
    });

    test.each([[null], [0], [''], [false], [[]]])(
      '%j is a value, not an absence',
      async (value) => {
        await cache.set('k', value, 1_000);
        expect(await cache.get('k')).toEqual(value);
      },
    );

    test('what was never stored is undefined', async () => {
      expect(await cache.get('nothing')).toBeUndefined();
    });

    test('several keys are read in their order, gaps included', async () => {
      await cache.set('a', 1, 1_000);
      await cache.set('c', 3, 1_000);
      expect(await cache.getMany(['c', 'b', 'a', 'c'])).toEqual([3, undefined, 1, 3]);
      expect(await cache.getMany([])).toEqual([]);
    });

    test('a later value replaces an earlier one and its time to live', async () => {
      await cache.set('k', 'first', 100);
      await cache.set('k', 'second', 10_000);
      await advance(200);
      expect(await cache.get('k')).toBe('second');
    });

    test('a value is gone when its time is over', async () => {
      await cache.set('k', 1, 100);
      await cache.setIfNewer('v', 1, 1, 100);
      await advance(50);
      expect(await cache.getMany(['k', 'v'])).toEqual([1, 1]);
      await advance(60);
      expect(await cache.getMany(['k', 'v'])).toEqual([undefined, undefined]);
    });

    test('a deleted value is gone', async () => {
      await cache.set('k', 1, 1_000);
      await cache.delete('k');
      await cache.delete('never there');
      expect(await cache.get('k')).toBeUndefined();
    });

    test('writer, cache and readers share no object', async () => {
      const written = { list: [1] };
      await cache.set('k', written, 1_000);
      written.list.push(2);
      const read = await cache.get<{ list: number[] }>('k');
      read?.list.push(3);
      expect(await cache.get('k')).toEqual({ list: [1] });
    });

    test('a value of the same or an older version changes nothing', async () => {
      expect(await cache.setIfNewer('k', 'two', 2, 1_000)).toBe(true);
      expect(await cache.setIfNewer('k', 'one', 1, 1_000)).toBe(false);
      expect(await cache.setIfNewer('k', 'two again', 2, 1_000)).toBe(false);
      expect(await cache.get('k')).toBe('two');
      expect(await cache.setIfNewer('k', 'three', 3, 1_000)).toBe(true);
      expect(await cache.get('k')).toBe('three');
    });

    test('a version may be an epoch in milliseconds', async () => {
      const now = 1_795_000_000_123;
      expect(await cache.setIfNewer('k', 'now', now, 1_000)).toBe(true);
      expect(await cache.setIfNewer('k', 'before', now - 1, 1_000)).toBe(false);
      expect(await cache.setIfNewer('k', 'after', now + 1, 1_000)).toBe(true);
    });

    test('an expired value stops no older version', async () => {
      await cache.setIfNewer('k', 'two', 2, 100);
      await advance(150);
      expect(await cache.setIfNewer('k', 'one', 1, 1_000)).toBe(true);
      expect(await cache.get('k')).toBe('one');
    });

    test('of many writers at once the newest wins', async () => {
      const versions = Array.from({ length: 50 }, (_, i) => (i * 37) % 50);
      await Promise.all(versions.map((v) => cache.setIfNewer('k', { v }, v, 10_000)));
      expect(await cache.get('k')).toEqual({ v: 49 });
    });

    test.each([[0], [-1], [Number.NaN]])('a time to live of %d is refused', async (ttl) => {
      await expect(cache.set('k', 1, ttl)).rejects.toThrow(RangeError);
      await expect(cache.setIfNewer('k', 1, 1, ttl)).rejects.toThrow(RangeError);
    });

    test('a value that is not JSON is refused', async () => {
      await expect(cache.set('k', undefined, 1_000)).rejects.toThrow(TypeError);
    });

    test('what is taken is gone, and one of many who ask at once gets it', async () => {
      await cache.set('ticket', { user: 1 }, 1_000);
      const taken = await Promise.all(Array.from({ length: 20 }, () => cache.take('ticket')));
      expect(taken.filter((value) => value !== undefined)).toEqual([{ user: 1 }]);
      expect(await cache.get('ticket')).toBeUndefined();
      expect(await cache.take('ticket')).toBeUndefined();
    });

    test('what has expired is not there to be taken, and what was taken stops no older version', async () => {
      await cache.set('ticket', 1, 50);
      await cache.setIfNewer('k', 'two', 2, 1_000);
      await advance(60);
      expect(await cache.take('ticket')).toBeUndefined();
      expect(await cache.take('k')).toBe('two');
      expect(await cache.setIfNewer('k', 'one', 1, 1_000)).toBe(true);
    });

    test('all keys with a beginning are deleted and counted, and no others', async () => {
      await cache.set('price:bitcoin', 1, 1_000);
      await cache.setIfNewer('price:ether', 2, 1, 1_000);
      await cache.takeToken('price:bucket', { capacity: 1, perSecond: 0.1 });
      await cache.set('prices', 3, 1_000);
      expect(await cache.deleteAll('price:')).toBe(3);
      expect(await cache.getMany(['price:bitcoin', 'price:ether', 'prices'])).toEqual([
        undefined,
        undefined,
        3,
      ]);
      expect(await cache.takeToken('price:bucket', { capacity: 1, perSecond: 0.1 })).toMatchObject({
        allowed: true,
      });
      expect(await cache.setIfNewer('price:ether', 1, 1, 1_000)).toBe(true);
      expect(await cache.deleteAll('nothing:')).toBe(0);
    });

    test.each([['a*c:'], ['a?c:'], ['a[bc]c:'], ['a\\c:'], ['a[^b]c:'], ['a[b-c]c:']])(
      'the beginning %j means itself and no pattern',
      async (prefix) => {
        await cache.set('abc:1', 'kept', 1_000);
        await cache.set('acc:1', 'kept', 1_000);
        await cache.set(`${prefix}1`, 'gone', 1_000);
        expect(await cache.deleteAll(prefix)).toBe(1);
        expect(await cache.getMany(['abc:1', 'acc:1', `${prefix}1`])).toEqual([
          'kept',
          'kept',
          undefined,
        ]);
      },
    );

    test('more keys than are looked at in one step are all deleted', async () => {
      const keys = Array.from({ length: 2_500 }, (_, i) => `many:${i}`);
      await Promise.all(keys.map((key) => cache.set(key, 1, 60_000)));
      expect(await cache.deleteAll('many:')).toBe(2_500);
      expect(await cache.deleteAll('many:')).toBe(0);
    });

    test('a full bucket gives its capacity at once, and not one token more', async () => {
      const bucket = { capacity: 5, perSecond: 0.01 };
      const remaining = [];
      for (let i = 0; i < 5; i += 1) {
        const answer = await cache.takeToken('b', bucket);
        expect(answer).toMatchObject({ allowed: true, retryAfterMs: 0 });
        remaining.push(answer?.remaining);
      }
      expect(remaining).toEqual([4, 3, 2, 1, 0]);
      const refused = await cache.takeToken('b', bucket);
      expect(refused).toMatchObject({ allowed: false, remaining: 0 });
      expect(refused?.retryAfterMs).toBeGreaterThan(95_000);
      expect(refused?.retryAfterMs).toBeLessThanOrEqual(100_000);
      expect(refused?.fullInMs).toBeGreaterThan(495_000);
      expect(refused?.fullInMs).toBeLessThanOrEqual(500_000);
      expect(await cache.takeToken('another', bucket)).toMatchObject({ allowed: true });
    });

    test('of many who ask at once the capacity gets a token', async () => {
      const bucket = { capacity: 50, perSecond: 0.01 };
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => cache.takeToken('b', bucket)),
      );
      expect(answers.filter((answer) => answer?.allowed)).toHaveLength(50);
    });

    test('tokens come back at their rate, and refusals cost none', async () => {
      const bucket = { capacity: 2, perSecond: 4 };
      const take = async () => (await cache.takeToken('b', bucket))?.allowed;
      expect([await take(), await take(), await take(), await take()]).toEqual([
        true,
        true,
        false,
        false,
      ]);
      await advance(300);
      expect([await take(), await take()]).toEqual([true, false]);
      await advance(700);
      expect([await take(), await take(), await take()]).toEqual([true, true, false]);
    });

    test('a bucket and a value of the same name do not meet', async () => {
      await cache.set('k', 'value', 1_000);
      await cache.takeToken('k', { capacity: 1, perSecond: 0.01 });
      expect(await cache.get('k')).toBe('value');
      await cache.delete('k');
      expect(await cache.takeToken('k', { capacity: 1, perSecond: 0.01 })).toMatchObject({
        allowed: false,
      });
    });

    test.each([
      [{ capacity: 0, perSecond: 1 }],
      [{ capacity: 1, perSecond: 0 }],
      [{ capacity: Number.NaN, perSecond: 1 }],
      [{ capacity: 1, perSecond: Infinity }],
    ])('%j is no bucket', async (bucket) => {
      await expect(cache.takeToken('b', bucket)).rejects.toThrow(RangeError);
    });

    test('it answers a ping', async () => {
      await cache.ping();
    });
  });
}
