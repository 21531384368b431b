import { expect, test } from 'vitest';
import { trendRows } from './trend-rows.ts';

const HOUR = 3_600_000;
const NOW = 1_796_054_400_000 + HOUR / 2;
const at = (hoursAgo: number) => 1_796_054_400_000 - hoursAgo * HOUR;
const shares = { positive_pct: 50, negative_pct: 50, neutral_pct: 0 };

test('every hour has its place, the one under way is last, and what is not known is no zero', () => {
  const point = { time: at(1), score: 0, ...shares, stories: 2, confidence: 0.3 };
  const candle = { time: at(0), open: 1, high: 1, low: 1, close: 7, volume: 0, complete: false };
  const rows = trendRows('24h', NOW, [point], [candle as never]);
  expect(rows).toHaveLength(25);
  expect(rows[0]?.time).toBe(at(24));
  expect(rows.at(-1)).toEqual({
    ...{ time: at(0), score: null, stories: null, confidence: null, price: 7 },
  });
  expect(rows.at(-2)).toMatchObject({ score: 0, stories: 2, price: null });
});
