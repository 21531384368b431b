import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CandleStore } from '../store/candle-store.ts';
import { RATE_LISTING } from '../coins/rate-listings.ts';
import { BarReader } from './bar-reader.ts';
import type { Bar } from '../book/bar.ts';
import { toUnits, VOLUME_PLACES } from '../book/exact.ts';

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 5, 1);

function bar(minute: number, final: boolean): Bar {
  const price = String(100 + minute);
  const volume = toUnits('1', VOLUME_PLACES);
  return {
    ...{ time: T0 + minute * MINUTE, open: price, high: price, low: price, close: price },
    ...{ volume, quoteVolume: volume, trades: 1, firstId: null, lastId: null },
    ...{ final, gap: false, source: 'trades' },
  };
}

/** Ten closed minutes, folded into two bars of five, and three that are open. */
const open = [10, 11, 12].map((minute) => bar(minute, false));
const folded = [0, 5].map((minute) => bar(minute, true));
const store: Pick<CandleStore, 'read'> = {
  read: (asks) =>
    Promise.resolve(
      asks.map(({ range: { from, to } }) => ({
        bars: folded.filter(({ time }) => time >= from && time < to),
        openMinutes: open,
      })),
    ),
};

test('every bar of any range is the whole bar of its time', async () => {
  const reader = new BarReader(store);
  const read = async (from: number, to: number) => {
    const ask = { listing: RATE_LISTING, interval: '5m', range: { from, to, limit: 100 } } as const;
    const [[bars] = []] = await reader.read([[ask]]);
    return bars ?? [];
  };
  const whole = await read(0, Infinity);
  expect(whole.map(({ time, open: first, close }) => [(time - T0) / MINUTE, first, close])).toEqual(
    [
      [0, '100', '100'],
      [5, '105', '105'],
      [10, '110', '112'],
    ],
  );
  const moment = fc.integer({ min: T0 - MINUTE, max: T0 + 15 * MINUTE });
  await fc.assert(
    fc.asyncProperty(moment, moment, async (from, to) => {
      const expected = whole.filter(({ time }) => time >= from && time < to);
      expect(await read(from, to)).toEqual(expected);
    }),
  );
});
