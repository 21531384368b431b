import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attach } from './attach.ts';
import type { Bar } from './bars.ts';

const barAt = (time: number): Bar => ({ time, open: 1, high: 1, low: 1, close: 1, volume: 1 });
const pointAt = (time: number) => ({ time, values: [time] });

test('the open bar has no point', () => {
  const attached = attach([1, 2].map(pointAt), [1, 2, 3].map(barAt));
  expect(attached).toEqual([
    { time: 1, values: [1], isBeforeHole: false },
    { time: 2, values: [2], isBeforeHole: false },
  ]);
});

test('the line is broken at a bar without a value, and only there', () => {
  const attached = attach([1, 2, 4].map(pointAt), [1, 2, 3, 4].map(barAt));
  expect(attached.map(({ time, isBeforeHole }) => [time, isBeforeHole])).toEqual([
    [1, false],
    [2, true],
    [4, false],
  ]);
});

test('only times of bars get points, in the order of the bars', () => {
  const times = fc.uniqueArray(fc.nat(30)).map((some) => some.sort((a, b) => a - b));
  fc.assert(
    fc.property(times, times, (ofBars, ofPoints) => {
      const attached = attach(ofPoints.map(pointAt), ofBars.map(barAt));
      expect(attached.map(({ time }) => time)).toEqual(
        ofBars.filter((time) => ofPoints.includes(time)),
      );
    }),
  );
});
