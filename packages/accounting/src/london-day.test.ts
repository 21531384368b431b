import fc from 'fast-check';
import { expect, test } from 'vitest';
import { londonDay } from './london-day.ts';

const dates = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

test('it is the day that a calendar in London has', () => {
  const times = fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(times, (time) => {
      const day = new Date(londonDay(time) * 86_400_000).toISOString().slice(0, 10);
      expect(day).toBe(dates.format(time));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['2020-06-10T23:30:00Z', '2020-06-11'],
  ['2020-12-10T23:30:00Z', '2020-12-10'],
])('%s is %s', (time, day) => {
  expect(londonDay(Date.parse(time)) * 86_400_000).toBe(Date.parse(day));
});
