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

    test('it answers a ping', async () => {
      await cache.ping();
    });
  });
}
