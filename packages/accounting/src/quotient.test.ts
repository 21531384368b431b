import { Amount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, shareOf, total } from './known.ts';
import { quotient } from './quotient.ts';

const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 40 }))
  .map(([units, places]) => new Amount(`${units}e-${places}`));
const divisors = amounts.filter((amount) => !amount.eq(0));

test('it is what big.js says, to the last of 40 digits', () => {
  fc.assert(
    fc.property(amounts, amounts, divisors, (value, part, whole) => {
      const expected = value.times(part).div(whole);
      expect(quotient(value, part, whole).toFixed()).toBe(expected.toFixed());
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['1', '0.5', '1e-40', '0'],
  ['3', '0.5', '1e-40', '2e-40'],
  ['-3', '0.5', '1e-40', '-2e-40'],
])('%s × %s of %s is rounded half to even', (value, half, unit, expected) => {
  const found = quotient(new Amount(value).times(unit), new Amount(half), new Amount(1));
  expect(found.eq(new Amount(expected))).toBe(true);
});

test('parts of a value add up to it, exactly', () => {
  const weights = fc.array(
    divisors.map((amount) => amount.abs()),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(amounts, weights, (value, parts) => {
      expect(total(allocate(value, parts))?.toFixed()).toBe(value.toFixed());
    }),
  );
});

test('what falls to the whole is all of it', () => {
  const [value, third] = [new Amount('0.1'), new Amount('0.3333333333333333333')];
  expect(shareOf(value, third, third)).toBe(value);
});
