import { expect, test } from 'vitest';
import { volumeOf } from './volume.ts';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 20);
const daily = (count: number, days: number) =>
  Array.from({ length: days }, (_, day) =>
    Array.from({ length: count }, (_, i) => now - day * DAY - i * 1_000 - 1),
  ).flat();

test('what is usual is not known before three days are kept', () => {
  expect(volumeOf(daily(2, 3), now - 3.5 * DAY, now)).toEqual({
    day: 2,
    usual: null,
    surprise: null,
  });
});

test('a day like the others is no surprise, and one of many stories is', () => {
  const calm = volumeOf(daily(4, 15), now - 40 * DAY, now);
  expect(calm).toMatchObject({ day: 4, usual: 4 });
  expect(calm.surprise).toBeCloseTo(0, 12);
  const more = Array.from({ length: 12 }, (_, i) => now - i * 1_000 - 1);
  // 16 against 4: twice the root's difference of 2 and some.
  expect(volumeOf([...daily(4, 15), ...more], now - 40 * DAY, now).surprise).toBeCloseTo(3.92, 1);
});
