import { expect, test } from 'vitest';
import { BarSeries } from './bar-series.ts';
import type { Bar } from './bars.ts';

const MINUTE = 60_000;

function bar(minute: number, close: number, volume = 1): Bar {
  return { time: minute * MINUTE, open: close, high: close, low: close, close, volume };
}

function seriesOf(...bars: Bar[]): BarSeries {
  const series = new BarSeries(MINUTE);
  series.merge(bars);
  return series;
}

test('the server’s candle takes the place of what ticks guessed', () => {
  const series = seriesOf(bar(0, 10));
  series.tick(15, 30_000);
  const truth = { ...bar(0, 11), high: 12, low: 9, volume: 7 };
  expect(series.patch([truth])).toEqual([truth]);
  expect(series.bars).toEqual([truth]);
});

test('candles that are known already change nothing', () => {
  const series = seriesOf(bar(0, 10), bar(1, 11), bar(2, 12));
  const before = series.bars;
  expect(series.patch([bar(1, 11), bar(2, 12)])).toEqual([]);
  expect(series.bars).toBe(before);
});

test('a tick opens the next bar, and the one after the answer is corrected in both', () => {
  const series = seriesOf(bar(0, 10));
  expect(series.tick(11, MINUTE + 1)).toEqual(bar(1, 11, 0));
  const changed = series.patch([bar(0, 10, 9), bar(1, 12, 2)]);
  expect(changed).toEqual([bar(0, 10, 9), bar(1, 12, 2)]);
  expect(series.bars).toHaveLength(2);
});

test('older bars go to the front', () => {
  const series = seriesOf(bar(5, 10));
  series.merge([bar(3, 8), bar(4, 9)]);
  expect(series.bars.map(({ close }) => close)).toEqual([8, 9, 10]);
});
