import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTypedAmount, sumOf } from './amount.ts';

test.each([
  ['1,234.5', '1234.5'],
  ['1 234.5', '1234.5'],
  ['.5', '0.5'],
  ['0,5', null],
  ['1,23', null],
  ['0.000', null],
  ['-1', null],
  ['1e3', null],
  ['', null],
])('typed %j is %j', (typed, amount) => {
  expect(readTypedAmount(typed)).toBe(amount);
});

test('sums are exact', () => {
  expect(sumOf('0.1', '0.2')).toBe('0.3');
  expect(sumOf('-1.5', '1.5')).toBe('0');
  const cents = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  const written = (n: bigint) => {
    const digits = String(n < 0n ? -n : n).padStart(3, '0');
    return `${n < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const sum = sumOf(written(a), written(b));
      expect(sumOf(sum, written(-a - b))).toBe('0');
    }),
  );
});
