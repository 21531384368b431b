import { expect, test } from 'vitest';
import { easter, isBusinessDay, isoDay } from './business-days.ts';
import { ReferenceSeries } from './reference-series.ts';

const NOON = Date.UTC(2026, 10, 30, 12);

test('a day is out from 16:00 CET on; the newest comes first', () => {
  const series = new ReferenceSeries(1);
  const newest = (now: number) => series.days(now - 10 * 86_400_000, now)[0]?.day;
  expect(newest(NOON)).toBe('2026-11-27');
  expect(newest(NOON + 3 * 3_600_000)).toBe('2026-11-30');
});

test('the same seed gives the same rates, in whatever order; another seed others', () => {
  const series = new ReferenceSeries(1);
  const late = series.days(Date.UTC(2026, 10, 1), NOON);
  const all = series.days(0, NOON);
  expect(all.slice(0, late.length)).toEqual(late);
  expect(new ReferenceSeries(1).days(0, NOON)).toEqual(all);
  expect(new ReferenceSeries(2).days(0, NOON)[0]).not.toEqual(all[0]);
  expect(all.at(-1)?.day).toBe('2017-01-02');
});

test('there are rates of working days alone, without the holidays of TARGET', () => {
  const years = { 2018: '2018-04-01', 2019: '2019-04-21', 2024: '2024-03-31', 2025: '2025-04-20' };
  for (const [year, day] of Object.entries(years)) expect(isoDay(easter(Number(year)))).toBe(day);
  const closed = [
    '2024-03-29',
    '2024-04-01',
    '2024-05-01',
    '2024-12-25',
    '2024-12-26',
    '2024-01-06',
  ];
  expect(closed.filter((day) => isBusinessDay(Date.parse(day)))).toEqual([]);
  expect(isBusinessDay(Date.parse('2024-04-02'))).toBe(true);
});
