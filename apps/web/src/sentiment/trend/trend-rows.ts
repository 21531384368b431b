import type { Candle } from '@tidemark/contracts/candle';
import type { SentimentPoint, SentimentTrend } from '@tidemark/contracts/sentiment';

export type Period = SentimentTrend['period'];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Span {
  /** Of the service and of the candles. */
  interval: SentimentTrend['interval'];
  stepMs: number;
  /** Hours or days in it. */
  steps: number;
}

export const SPANS: Readonly<Record<Period, Span>> = {
  '24h': { interval: '1h', stepMs: HOUR_MS, steps: 24 },
  '7d': { interval: '1h', stepMs: HOUR_MS, steps: 168 },
  '30d': { interval: '1d', stepMs: DAY_MS, steps: 30 },
  '90d': { interval: '1d', stepMs: DAY_MS, steps: 90 },
};

/** An hour or a day; null: nothing is known of it, and nothing is drawn. */
export interface TrendRow {
  /** When it began, epoch ms. */
  time: number;
  score: number | null;
  stories: number | null;
  confidence: number | null;
  /** The price at its end, USD. */
  price: number | null;
}

/**
 * Every hour or day of a period, oldest first, the one that is under way last.
 * @param now epoch ms
 */
export function trendRows(
  period: Period,
  now: number,
  points: readonly SentimentPoint[],
  candles: readonly Candle[],
): TrendRow[] {
  const { stepMs, steps } = SPANS[period];
  const byTime = new Map(points.map((point) => [point.time, point]));
  const closes = new Map(candles.map(({ time, close }) => [time, close]));
  const last = Math.floor(now / stepMs) * stepMs;
  return Array.from({ length: steps + 1 }, (_, index) => {
    const time = last - (steps - index) * stepMs;
    const point = byTime.get(time);
    return {
      time,
      score: point?.score ?? null,
      stories: point?.stories ?? null,
      confidence: point?.confidence ?? null,
      price: closes.get(time) ?? null,
    };
  });
}
