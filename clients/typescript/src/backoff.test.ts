import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullJitter } from './backoff.ts';

test('a wait lies between nothing and a bound that doubles up to 30 s', () => {
  expect([0, 1, 2, 3].map((attempt) => fullJitter(attempt, () => 1))).toEqual([
    500, 1000, 2000, 4000,
  ]);
  fc.assert(
    fc.property(fc.nat(2000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      const wait = fullJitter(attempt, () => chance);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(30_000);
    }),
  );
});
