import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExactSum } from './turnover.ts';

test('a sum of products past 2^53 is exact', () => {
  const factor = fc.tuple(fc.integer({ min: 1, max: 1e8 }), fc.integer({ min: 1, max: 1e13 }));
  fc.assert(
    fc.property(fc.array(factor, { maxLength: 50 }), (factors) => {
      const sum = new ExactSum();
      for (const [price, size] of factors) sum.add(price, size);
      const exact = factors.reduce((all, [price, size]) => all + BigInt(price) * BigInt(size), 0n);
      expect(sum.total()).toBe(exact);
    }),
  );
});
