import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Amount, readAmount, sumOf, writeAmount } from './amount.ts';

/** A decimal as its digits and where the point is. */
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 30 }))
  .map(([units, places]) => ({ units, places }));

const written = ({ units, places }: { units: bigint; places: number }): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  const tail = places === 0 ? '' : `.${digits.slice(point)}`;
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${tail}`;
};

test('sums are exact to the last digit, whatever the lengths', () => {
  fc.assert(
    fc.property(fc.array(decimals), (all) => {
      const units = all.reduce(
        (sum, { units, places }) => sum + units * 10n ** BigInt(30 - places),
        0n,
      );
      const sum = sumOf(all.map((each) => readAmount(written(each)) ?? new Amount(NaN)));
      expect(sum.eq(new Amount(written({ units, places: 30 })))).toBe(true);
    }),
  );
});

test('what is written is read as the same, without an exponent', () => {
  fc.assert(
    fc.property(decimals, (each) => {
      const amount = readAmount(written(each));
      expect(writeAmount(amount ?? new Amount(1))).toMatch(/^-?\d+(\.\d+)?$/);
      expect(readAmount(writeAmount(amount ?? new Amount(1)))?.eq(amount ?? new Amount(2))).toBe(
        true,
      );
    }),
  );
});

test.each([
  '1e3',
  '0x1F',
  '1_000',
  'Infinity',
  'NaN',
  '',
  '.',
  '-',
  '1,5',
  ' 1',
  '١',
  '1'.repeat(201),
])('%j is no amount', (text) => {
  expect(readAmount(text)).toBeNull();
});

test.each([
  ['.5', '0.5'],
  ['5.', '5'],
  ['-0', '0'],
  ['0.000000000000000001', '0.000000000000000001'],
  ['007.50', '7.5'],
])('%s is %s', (text, shown) => {
  expect(writeAmount(readAmount(text) ?? new Amount(-1))).toBe(shown);
});
