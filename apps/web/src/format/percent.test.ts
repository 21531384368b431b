import { expect, test } from 'vitest';
import { directionOf, formatPercentSize } from './percent.ts';

test('a change is written without its sign, which its direction tells', () => {
  expect([formatPercentSize(2.314), directionOf(2.314)]).toEqual(['2.31%', 'up']);
  expect([formatPercentSize(-0.4), directionOf(-0.4)]).toEqual(['0.40%', 'down']);
});

test('what rounds to nothing is neither up nor down', () => {
  expect(formatPercentSize(-0.004)).toBe('0.00%');
  expect(directionOf(-0.004)).toBe('flat');
});

test('an unknown change is missing and has no direction', () => {
  expect(formatPercentSize(null)).toBe('—');
  expect(directionOf(null)).toBeNull();
});
