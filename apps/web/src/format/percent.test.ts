import { expect, test } from 'vitest';
import { directionOf, formatPercent, formatPercentSize } from './percent.ts';

test('a change carries its sign', () => {
  expect(formatPercent(2.314)).toBe('+2.31%');
  expect(formatPercent(-0.4)).toBe('−0.40%');
});

test('what rounds to nothing is neither up nor down', () => {
  expect(formatPercent(-0.004)).toBe('0.00%');
  expect(directionOf(-0.004)).toBe('flat');
});

test('an unknown change is missing and has no direction', () => {
  expect(formatPercentSize(null)).toBe('—');
  expect(directionOf(null)).toBeNull();
});
