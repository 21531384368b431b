import { expect, test } from 'vitest';
import { BarSeries, type Answer } from './bar-series.ts';
import type { Bar } from './bars.ts';

const MINUTE = 60_000;

function bar(minute: number, close: number, volume = 1): Bar {
  return { time: minute * MINUTE, open: close, high: close, low: close, close, volume };
}

/** The newest bars there are, as many as were asked for. */
function newest(...bars: Bar[]): Answer {
  return { bars, limit: bars.length, before: Infinity };
}

function seriesOf(...bars: Bar[]): BarSeries {
  const series = new BarSeries(MINUTE);
  series.take(newest(...bars));
  return series;
}

const minutes = (series: BarSeries) => series.bars.map(({ time }) => time / MINUTE);

test('the server’s candle takes the place of what ticks guessed', () => {
  const series = seriesOf(bar(0, 10));
  series.tick(15, 30_000);
  expect(series.bars).toMatchObject([{ close: 15, high: 15 }]);
  const truth = { ...bar(0, 11), high: 12, low: 9, volume: 7 };
  series.take(newest(truth));
  expect(series.bars).toEqual([truth]);
});

test('a tick opens the next bar, and the answer after it corrects both', () => {
  const series = seriesOf(bar(0, 10));
  expect(series.tick(11, MINUTE + 1)).toBe(true);
  expect(series.bars).toEqual([bar(0, 10), bar(1, 11, 0)]);
  const truth = [bar(0, 10, 9), bar(1, 12, 2)];
  series.take(newest(...truth));
  expect(series.bars).toEqual(truth);
});

test('a bar that comes late between others has its place', () => {
  const series = seriesOf(bar(3, 1), bar(4, 1), bar(6, 1));
  expect(series.take(newest(bar(4, 1), bar(5, 9), bar(6, 1)))).toBe(true);
  expect(minutes(series)).toEqual([3, 4, 5, 6]);
});

test('a minute that ticks opened and no trade was in is gone with the answer', () => {
  const series = seriesOf(bar(3, 1), bar(4, 1));
  series.tick(2, 5 * MINUTE);
  expect(minutes(series)).toEqual([3, 4, 5]);
  series.take(newest(bar(3, 1), bar(4, 1), bar(6, 1)));
  expect(minutes(series)).toEqual([3, 4, 6]);
});

test('it is whole until an answer shows that older bars have come', () => {
  const series = seriesOf(bar(8, 1), bar(9, 1));
  series.take({ ...newest(bar(8, 1), bar(9, 1)), limit: 3 });
  expect(series.isWhole).toBe(true);
  series.take(newest(bar(7, 1), bar(8, 1), bar(9, 1)));
  expect(series.isWhole).toBe(false);
  series.take({ bars: [bar(5, 1), bar(6, 1)], limit: 3, before: 7 * MINUTE });
  expect(series.isWhole).toBe(true);
  series.take(newest(bar(8, 1), bar(9, 1)));
  expect(series.isWhole).toBe(true);
});

test('what lies apart from the known is not taken, for bars may lie between', () => {
  const series = seriesOf(bar(3, 1), bar(4, 1));
  const apart = newest(bar(8, 1), bar(9, 1));
  expect(series.take(apart)).toBe(false);
  expect(minutes(series)).toEqual([3, 4]);
  series.restart(apart);
  expect(minutes(series)).toEqual([8, 9]);
  expect(series.take(newest(bar(10, 1), bar(11, 1)))).toBe(true);
  expect(minutes(series)).toEqual([8, 9, 10, 11]);
});

test('an answer with fewer bars than asked for is all there is', () => {
  const series = seriesOf(bar(3, 1), bar(4, 1));
  expect(series.isWhole).toBe(false);
  series.take({ bars: [bar(8, 1)], limit: 3, before: Infinity });
  expect(minutes(series)).toEqual([8]);
  expect(series.isWhole).toBe(true);
});

test('older bars go to the front, and again with what was repaired in them', () => {
  const series = seriesOf(bar(5, 10));
  const older = { bars: [bar(3, 8), bar(4, 9)], limit: 2, before: 5 * MINUTE };
  series.take(older);
  expect(series.bars.map(({ close }) => close)).toEqual([8, 9, 10]);
  series.take({ ...older, bars: [bar(3, 7), bar(4, 9)] });
  expect(series.bars.map(({ close }) => close)).toEqual([7, 9, 10]);
});

test('what did not change is the same object still', () => {
  const series = seriesOf(bar(3, 1), bar(4, 1));
  const [first] = series.bars;
  series.take(newest(bar(3, 1), bar(4, 2)));
  expect(series.bars[0]).toBe(first);
});
