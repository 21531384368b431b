import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from './apportion.ts';

const weights = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1 });

test('shares are whole, not negative, and sum to the total', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e15 }), weights, (total, parts) => {
      const shares = [...apportion(total, parts)];
      expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
    }),
  );
});

test('shares follow the weights to within one unit', () => {
  expect([...apportion(100, [1, 2, 1])]).toEqual([25, 50, 25]);
});
