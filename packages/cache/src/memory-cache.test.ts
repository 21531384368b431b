import { TestClock } from '@tidemark/clock/test-clock';
import { expect, test } from 'vitest';
import { describeCache } from './cache.contract.ts';
import { MemoryCache } from './memory-cache.ts';

describeCache('memory cache', async () => {
  const clock = new TestClock();
  return { cache: new MemoryCache({ clock }), advance: (ms) => clock.advance(ms) };
});

test('beyond the bound the entry that was not used for longest goes', async () => {
  const cache = new MemoryCache({ clock: new TestClock(), maxEntries: 3 });
  for (const key of ['a', 'b', 'c']) await cache.set(key, key, 1_000);
  await cache.get('a');
  await cache.set('d', 'd', 1_000);
  expect(await cache.getMany(['a', 'b', 'c', 'd'])).toEqual(['a', undefined, 'c', 'd']);
});

test('what there is much of pushes out nothing but its like', async () => {
  const cache = new MemoryCache({ clock: new TestClock(), maxEntries: 3 });
  for (const key of ['ticket:a', 'coins']) await cache.set(key, key, 1_000);
  for (let i = 0; i < 10; i += 1) await cache.set(`answer:${i}`, i, 1_000);
  expect(await cache.getMany(['ticket:a', 'coins', 'answer:6', 'answer:9'])).toEqual([
    ...['ticket:a', 'coins', undefined, 9],
  ]);
});

test('a wall clock that is set back keeps no value longer', async () => {
  const clock = new TestClock();
  const cache = new MemoryCache({ clock });
  await cache.set('k', 1, 100);
  clock.now = () => 0;
  await clock.advance(101);
  expect(await cache.get('k')).toBeUndefined();
});
