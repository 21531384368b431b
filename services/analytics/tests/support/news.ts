import type { SentimentPoint } from '@tidemark/contracts/sentiment';

/** What sentiment tells of a coin, or of the `market`. */
export type NewsOf = (coinId: string, interval: '1h' | '1d') => SentimentPoint[];

/** What the news of a day, or of an hour, come to: ten stories unless a test says otherwise. */
export function day(time: number, more: Partial<SentimentPoint> = {}): SentimentPoint {
  return {
    ...{ time, score: 0, positive_pct: 30, negative_pct: 30, neutral_pct: 40 },
    ...{ stories: 10, confidence: 0.8 },
    ...more,
  };
}

/** Sentiment's answer with these points. */
export function trendAnswer(points: readonly SentimentPoint[], coin_id = 'market') {
  const data = { coin_id, period: '90d', interval: '1d', points };
  const meta = { timestamp: '2026-01-01T12:00:00.000Z', request_id: 'test' };
  return { status: 200, body: { success: true, data, meta } };
}
