import { describe, expect, test } from 'vitest';
import { barWithPrice, extentOf, type Bar } from './bars.ts';

const MINUTE = 60_000;

function bar(time: number, close: number, volume = 1): Bar {
  return { time, open: close, high: close, low: close, close, volume };
}

describe('a price between two answers of the server', () => {
  test('moves the close, and the high and low only outward', () => {
    const last = { ...bar(0, 10), high: 12, low: 9 };
    expect(barWithPrice(last, 11, 30_000, MINUTE)).toEqual({ ...last, close: 11 });
    expect(barWithPrice(last, 13, 30_000, MINUTE)).toMatchObject({ high: 13, low: 9, close: 13 });
  });

  test('opens the next bar with no volume when its minute has begun', () => {
    expect(barWithPrice(bar(0, 10), 11, 61_000, MINUTE)).toEqual(bar(MINUTE, 11, 0));
  });

  test('from before the last bar changes nothing', () => {
    expect(barWithPrice(bar(MINUTE, 10), 11, 59_999, MINUTE)).toBeNull();
    expect(barWithPrice(undefined, 11, 59_999, MINUTE)).toBeNull();
  });
});

test('the extent is that of the bars in view', () => {
  const all = [bar(0, 1), bar(1, 50), bar(2, 40), bar(3, 45)];
  expect(extentOf(all, 3)).toEqual({ last: 45, low: 40, high: 50 });
  expect(extentOf([], 3)).toBeNull();
});
