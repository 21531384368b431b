import type { Static, TSchema } from 'typebox';
import { AnalyticsUpdateSchema } from './analytics.ts';
import { CandleEventSchema, CandleRewriteSchema, CandleUpdateSchema } from './candle.ts';
import { PortfolioUpdateSchema } from './portfolio.ts';
import { PriceSchema } from './price.ts';
import { SentimentUpdateSchema } from './sentiment.ts';
import { TradeSchema } from './trade.ts';

/** A bus topic: its name, how many partitions, and the schema of every message's value. */
export interface Topic<S extends TSchema = TSchema> {
  readonly name: string;
  readonly partitions: number;
  readonly schema: S;
}
export type TopicValue<T extends Topic> = Static<T['schema']>;

/** Normalised trades of both venues, keyed by coin_id. Replicas may publish a trade more than once. */
export const TRADES = { name: 'trades', partitions: 12, schema: TradeSchema } as const;
/** Venue candles, live and final, keyed by coin_id. */
export const CANDLES = { name: 'candles', partitions: 12, schema: CandleEventSchema } as const;
/** Stored candles that were changed out of their order, keyed by coin_id. */
export const CANDLE_REWRITES = {
  name: 'candle_rewrites',
  partitions: 12,
  schema: CandleRewriteSchema,
} as const;
/** Candles as the API shows them, consolidated and each venue's, the open ones as they grow; keyed by coin_id. */
export const CANDLE_UPDATES = {
  name: 'candle_updates',
  partitions: 12,
  schema: CandleUpdateSchema,
} as const;
/** Consolidated prices, keyed by coin_id. */
export const PRICE_UPDATES = {
  name: 'price_updates',
  partitions: 12,
  schema: PriceSchema,
} as const;
/** What the standard indicators say of bars that closed, keyed by coin_id. */
export const ANALYTICS_UPDATES = {
  name: 'analytics_updates',
  partitions: 12,
  schema: AnalyticsUpdateSchema,
} as const;

/** What the news of a coin sounds like, keyed by coin_id. */
export const SENTIMENT_UPDATES = {
  name: 'sentiment_updates',
  partitions: 12,
  schema: SentimentUpdateSchema,
} as const;
/** What a portfolio is worth, keyed by portfolio_id. */
export const PORTFOLIO_UPDATES = {
  name: 'portfolio_updates',
  partitions: 12,
  schema: PortfolioUpdateSchema,
} as const;

export const TOPICS = [
  TRADES,
  CANDLES,
  CANDLE_REWRITES,
  CANDLE_UPDATES,
  PRICE_UPDATES,
  ANALYTICS_UPDATES,
  SENTIMENT_UPDATES,
  PORTFOLIO_UPDATES,
] as const;
