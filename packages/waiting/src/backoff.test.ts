import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fullJitter } from './backoff.ts';

const limits = { baseMs: 500, capMs: 30_000 };

it('the bound doubles with each attempt up to the cap', () => {
  const most = (attempt: number): number => fullJitter(attempt, limits, () => 1);
  expect([0, 1, 2, 5, 6, 7, 2000].map(most)).toEqual([500, 1000, 2000, 16000, 30000, 30000, 30000]);
});

it('a wait is anywhere between nothing and the bound', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat(5000), random, (attempt, share) => {
      const wait = fullJitter(attempt, limits, () => share);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(limits.capMs);
    }),
  );
});
