import type { Sentiment } from '@tidemark/contracts/sentiment';

/** A score for a test. */
export function sentimentOf(rest: Partial<Sentiment> = {}): Sentiment {
  return {
    ...{ coin_id: 'bitcoin', score: 0.13, positive_pct: 44.5, negative_pct: 42.7 },
    ...{ neutral_pct: 12.8, confidence: 0.714, dispersion: 0.69, stories: 9, articles: 10 },
    ...{ sources: 3, volume_24h: 9, volume_usual: null, volume_surprise: null },
    ...{ change_1h: null, change_24h: null, window_hours: 72, half_life_hours: 12 },
    ...{ model: 'tidemark-headlines 1', simulated: true, timestamp: '2026-11-30T16:23:00.000Z' },
    ...rest,
  };
}
const NO_SCORE = {
  score: null,
  positive_pct: null,
  negative_pct: null,
  neutral_pct: null,
} as const;

/** Of a coin of which nothing was told. */
export const nothingTold = (): Sentiment =>
  sentimentOf({
    ...NO_SCORE,
    confidence: 0,
    dispersion: null,
    stories: 0,
    articles: 0,
    sources: 0,
    volume_24h: 0,
  });
