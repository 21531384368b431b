import { expect, test } from 'vitest';
import { hoursBefore } from './hours-before.ts';

const HOUR = 3_600_000;
const noon = Date.UTC(2026, 10, 1, 12);

test('every whole hour between the oldest article and the first start, at its last five minutes', () => {
  const began = noon + 10 * 60_000;
  expect(hoursBefore(began, noon - 2.5 * HOUR, began)).toEqual([
    noon - 2 * HOUR + 55 * 60_000,
    noon - HOUR + 55 * 60_000,
  ]);
});

test('at most three days, and none once it has settled', () => {
  expect(hoursBefore(noon, noon - 1_000 * HOUR, noon)).toHaveLength(72);
  expect(hoursBefore(noon, noon - 10 * HOUR, noon + 15 * 60_000)).toEqual([]);
});
