import { expect, test } from 'vitest';
import { toUnits, VOLUME_PLACES } from './exact.ts';
import { rateBars } from './rate-bars.ts';

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 5, 1);

function bar(minute: number, close: string, final = true) {
  const volume = toUnits('1', VOLUME_PLACES);
  return {
    ...{ time: T0 + minute * MINUTE, open: close, high: close, low: close, close },
    ...{ volume, quoteVolume: volume, trades: 1, firstId: null, lastId: null },
    ...{ final, gap: false, source: 'trades' as const },
  };
}

test('the rate is the bar’s own, or the nearest one before it', () => {
  const rate = rateBars([bar(0, '0.999'), bar(2, '1.001')], '1m', T0);
  const values = [0, 1, 2, 3].map((minute) => rate(T0 + minute * MINUTE)?.value);
  expect(values).toEqual([0.999, 0.999, 1.001, 1.001]);
});

test('before all that is known the first one stands in, within a day', () => {
  const rate = rateBars([bar(2, '1.001')], '1m', T0);
  expect(rate(T0)?.value).toBe(1.001);
  expect(rate(T0 - 2 * 86_400_000)).toBeNull();
});

test('a rate is settled once its own bar is closed, or where it has none a later one, or the minutes are closed', () => {
  const settled = (bars: ReturnType<typeof bar>[], finalThrough = 0) =>
    rateBars(bars, '1m', finalThrough)(T0 + MINUTE)?.settled;
  expect(settled([bar(1, '1')])).toBe(true);
  expect(settled([bar(1, '1', false)])).toBe(false);
  expect(settled([bar(0, '1')])).toBe(false);
  expect(settled([bar(1, '1', false), bar(2, '1')])).toBe(false);
  expect(settled([bar(0, '1'), bar(2, '1', false)])).toBe(false);
  expect(settled([bar(0, '1'), bar(2, '1')])).toBe(true);
  expect(settled([bar(0, '1')], T0 + 2 * MINUTE)).toBe(true);
});
