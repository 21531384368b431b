import type { Candle } from '@tidemark/contracts/candle';
import { expect, test } from 'vitest';
import { barOf, dayOf, typedPrice } from './day-price.ts';

const DAY = Date.UTC(2026, 2, 1);

test('a day without a price has none: never that of the day before', () => {
  const bar = { time: DAY - 86_400_000, close: 5 } as Candle;
  expect(barOf([bar], DAY)).toBeNull();
  expect(barOf([bar, { ...bar, time: DAY }], DAY)?.time).toBe(DAY);
});

test.each([
  ['2026-03-01T23:59:59', DAY],
  ['2026-03-01', DAY],
  ['', null],
])('%j is of the day %s', (time, day) => {
  expect(dayOf(time)).toBe(day);
});

test.each([
  [102_856.525174, '102856.53'],
  [0.00001234567891, '0.000012345679'],
  [0.00000001234, '0.00000001234'],
  [140, '140'],
  [100, '100'],
  [123_456_789_012, '123456789012'],
])('%s is typed as %s', (price, text) => {
  expect(typedPrice(price)).toBe(text);
});
