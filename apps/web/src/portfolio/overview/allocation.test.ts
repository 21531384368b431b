import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionOf } from '../performance.fixture.ts';
import { MOST_SLICES, slicesOf } from './allocation.ts';

const held = (...values: (string | null)[]) =>
  values.map((value, index) => positionOf(`A${index}`, { value }));

test('parts come largest first, and what is worth nothing or less is none', () => {
  const slices = slicesOf(held('25', null, '75', '-10', '0'));
  expect(slices.map(({ asset, percent }) => [asset, percent])).toEqual([
    ['A2', 75],
    ['A0', 25],
  ]);
});

test('whatever is held, the parts are the whole, and never more than there are colours', () => {
  const amount = fc.integer({ min: 1, max: 1e9 }).map((units) => `${units / 100}`);
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 40 }), (values) => {
      const slices = slicesOf(held(...values));
      expect(slices.length).toBeLessThanOrEqual(MOST_SLICES);
      expect(slices.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 6);
      expect(slices.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
    }),
  );
});
