import { expect, test } from 'vitest';
import { theilSen, type Point } from './theil-sen.ts';

const line = (n: number, y: (x: number) => number): Point[] =>
  Array.from({ length: n }, (_, x) => [x, y(x)]);

test('the slope of a straight line is its own, without doubt', () => {
  expect(theilSen(line(10, (x) => 3 + 2 * x))).toEqual({ slope: 2, low: 2, high: 2 });
});

test('one wild point does not tilt the line', () => {
  expect(theilSen(line(21, (x) => (x === 20 ? 1e6 : x))).slope).toBe(1);
});

test('a saw that comes back to where it was may be flat', () => {
  const { slope, low, high } = theilSen(line(55, (x) => 100 + (x % 7)));
  expect(Math.abs(slope)).toBeLessThan(0.05);
  expect(low).toBeLessThanOrEqual(0);
  expect(high).toBeGreaterThanOrEqual(0);
});

test('a slow rise below a saw is seen, and is beyond doubt', () => {
  const { slope, low } = theilSen(line(55, (x) => 100 + (x % 7) + x * 0.5));
  expect(slope).toBeCloseTo(0.5, 1);
  expect(low).toBeGreaterThan(0);
});

test('of six points, the interval leaves out the steepest of the fifteen slopes at either end', () => {
  expect(theilSen(line(6, (x) => x * x))).toEqual({ slope: 5, low: 2, high: 8 });
});

test('one point has no slope', () => {
  expect(theilSen([[0, 1]]).slope).toBeNaN();
});
