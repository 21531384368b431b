import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARRIED_DAYS, carriedDays, isoDay } from './carried-days.ts';

const DAY_MS = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 8);
const known = (offset: number, usd = String(offset + 100)) => ({
  day: isoDay(MONDAY + offset * DAY_MS),
  usd,
  source: 'ecb',
});

test('a weekend has the rate of its Friday, and says so', () => {
  const days = carriedDays([known(-3), known(0)], MONDAY - 3 * DAY_MS, MONDAY + DAY_MS);
  expect(days.map(({ day, from_day, usd }) => [day, from_day, usd])).toEqual([
    ['2024-01-05', '2024-01-05', '97'],
    ['2024-01-06', '2024-01-05', '97'],
    ['2024-01-07', '2024-01-05', '97'],
    ['2024-01-08', '2024-01-08', '100'],
  ]);
});

test('a day has its own rate, else the nearest earlier one of ten days at most, else it is absent', () => {
  const offsets = fc.uniqueArray(fc.integer({ min: -30, max: 30 }), { maxLength: 20 });
  fc.assert(
    fc.property(offsets, (all) => {
      const sorted = [...all].sort((a, b) => a - b);
      const told = sorted.map((offset) => known(offset));
      const days = carriedDays(told, MONDAY - 20 * DAY_MS, MONDAY + 20 * DAY_MS);
      for (let offset = -20; offset < 20; offset += 1) {
        const nearest = sorted.findLast((one) => one <= offset && offset - one <= CARRIED_DAYS);
        const day = days.find((one) => one.day === known(offset).day);
        expect(day?.usd).toBe(nearest === undefined ? undefined : String(nearest + 100));
        expect(day?.from_day).toBe(nearest === undefined ? undefined : known(nearest).day);
      }
    }),
  );
});
