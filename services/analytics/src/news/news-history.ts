import { MARKET_NEWS, type SentimentPoint } from '@tidemark/contracts/sentiment';
import { NEWS_DAYS, type NewsReader } from './news-reader.ts';

const HOUR_MS = 3_600_000;

/**
 * At its first start sentiment works out so many hours before it, of articles that it read later (`hoursBefore`): what
 * nobody knew then is no history for a rule.
 */
const HINDSIGHT_MS = 72 * HOUR_MS;

/** What a coin's news sounded like, hour by hour, as it was stored in each; it may go to another thread. */
export interface NewsHistory {
  /** Each hour's beginning, epoch ms, rising; hours of which nothing is kept are left out. */
  readonly time: Float64Array;
  /** As it stood at the end of the hour, −1 to 1. */
  readonly score: Float64Array;
}

export const NO_NEWS: NewsHistory = { time: new Float64Array(0), score: new Float64Array(0) };

/** Of the last 90 days, without what was worked out in hindsight. Throws as `NewsReader.trend` does. */
export async function newsHistory(
  reader: NewsReader,
  coinId: string,
  now: number,
): Promise<NewsHistory> {
  const [points, market] = await Promise.all([
    reader.trend(coinId, '1h'),
    reader.trend(MARKET_NEWS, '1h'),
  ]);
  return knownThen(points, market[0]?.time ?? now, now);
}

/**
 * The points that were stored when they were due. The market's news begin with the oldest of any coin's; where that is later than
 * sentiment's answer reaches, it is the first start's doing.
 * @param began the first hour that is kept of the market's news, epoch ms
 */
export function knownThen(
  points: readonly SentimentPoint[],
  began: number,
  now: number,
): NewsHistory {
  const reach = now - (NEWS_DAYS * 24 - 1) * HOUR_MS;
  const from = began > reach ? began + HINDSIGHT_MS : began;
  const known = points.filter(({ time }) => time >= from);
  return {
    time: Float64Array.from(known, ({ time }) => time),
    score: Float64Array.from(known, ({ score }) => score),
  };
}
