import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FullnessQueue } from './fullness-queue.ts';

test('items leave in the order of their times, though these moved on while they stood there', () => {
  const item = fc.record({ fullAt: fc.nat(1_000), later: fc.nat(1_000) });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 200 }), (given) => {
      const queue = new FullnessQueue<{ fullAt: number; queuedFor: number }>();
      const items = given.map(({ fullAt }) => ({ fullAt, queuedFor: 0 }));
      for (const each of items) queue.push(each);
      items.forEach((each, i) => (each.fullAt += given[i]?.later ?? 0));
      const left = items.map(() => queue.pop()?.fullAt);
      expect(left).toEqual(items.map(({ fullAt }) => fullAt).sort((a, b) => a - b));
      expect(queue.pop()).toBeUndefined();
    }),
  );
});
