import { expect, test } from 'vitest';
import { formatCompact, formatCompactUsd, formatCount } from './compact.ts';

test('a volume is short, with two decimals so that a column lines up', () => {
  expect(formatCompactUsd(1_204_000_000)).toBe('$1.20B');
  expect(formatCompactUsd(508_940)).toBe('$508.94K');
  expect(formatCompact(31.636)).toBe('31.64');
});

test('an unknown volume is missing, without a currency', () => {
  expect(formatCompactUsd(null)).toBe('—');
  expect(formatCompactUsd(undefined)).toBe('—');
});

test('things are counted in whole numbers while those fit', () => {
  expect([0, 563, 99_999, 1_830_000].map(formatCount)).toEqual(['0', '563', '99,999', '1.83M']);
});
