import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignPartitions } from './consumer-group.ts';

test('every partition has one owner, and no member two more than another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 20 }), (p, m) => {
      const shares = assignPartitions(p, m);
      expect(shares.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: p }, (_, i) => i));
      const sizes = shares.map((share) => share.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
