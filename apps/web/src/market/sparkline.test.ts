import { expect, test } from 'vitest';
import { sparklinePath } from './sparkline.tsx';

test('the lowest value is at the bottom and the highest at the top', () => {
  expect(sparklinePath([1, 3, 2], 100, 13)).toBe('M0.0 11.5L50.0 1.5L100.0 6.5');
});

test('a flat line runs through the middle, and one value draws nothing', () => {
  expect(sparklinePath([2, 2], 10, 10)).toBe('M0.0 5.0L10.0 5.0');
  expect(sparklinePath([2], 10, 10)).toBe('');
});
