import { Amount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, shareOf, total } from './known.ts';

const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 40 }))
  .map(([units, places]) => new Amount(`${units}e-${places}`));
const divisors = amounts.filter((amount) => !amount.eq(0));

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
