import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACCOUNT_RULE, ADDRESS_RULE, CODE_RULE, delayAfter } from './delay-rule.ts';

test('the first failures cost nothing, then the delay doubles up to its bound', () => {
  const delays = (last: number) =>
    Array.from({ length: last }, (_, i) => delayAfter(i + 1, ACCOUNT_RULE) / 1000);
  expect(delays(11)).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(delayAfter(9, ADDRESS_RULE)).toBe(0);
  expect(delayAfter(10, ADDRESS_RULE)).toBe(1_000);
  expect(delayAfter(100_000, ADDRESS_RULE)).toBe(15 * 60_000);
});

test('one failure more never makes the delay shorter', () => {
  const rule = fc.constantFrom(ACCOUNT_RULE, ADDRESS_RULE, CODE_RULE);
  fc.assert(
    fc.property(fc.nat(), rule, (failures, of) => {
      expect(delayAfter(failures + 1, of)).toBeGreaterThanOrEqual(delayAfter(failures, of));
      expect(delayAfter(failures, of)).toBeLessThanOrEqual(of.longestMs);
    }),
  );
});

test('a delay has ended before its failures are forgotten, or waiting would set them back', () => {
  for (const rule of [ACCOUNT_RULE, ADDRESS_RULE, CODE_RULE]) {
    expect(delayAfter(1_000, rule)).toBeLessThan(rule.forgottenAfterMs);
  }
});
