import { expect, test } from 'vitest';
import { daysWithoutValue, drawnDays, type HistoryPoint } from './series.ts';

function pointOf(index: number, value: string | null = '5'): HistoryPoint {
  const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
  const none = { bitcoin: null, cash: '5', equal_weight: null, time_weighted_percent: 0 };
  return { day, value, put_in: '5', taken_out: '0', ...none };
}

test('ten years are drawn by a few hundred days, the first and the last among them', () => {
  const points = Array.from({ length: 3650 }, (_, index) => pointOf(index));
  const days = drawnDays(points);
  expect(days.length).toBeLessThanOrEqual(402);
  expect([days[0]?.day, days.at(-1)?.day]).toEqual([points[0]?.day, points.at(-1)?.day]);
});

test('a day without a price is a hole in the line, not a zero', () => {
  const points = [pointOf(0), pointOf(1, null), pointOf(2)];
  expect(drawnDays(points).map(({ value }) => value)).toEqual([5, null, 5]);
  expect(daysWithoutValue(points)).toBe(1);
});
