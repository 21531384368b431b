import type { Static, TSchema } from 'typebox';
import { AlertChangedSchema, AlertFiringSchema } from './alert.ts';
import { AnalyticsUpdateSchema } from './analytics.ts';
import { CandleEventSchema, CandleRewriteSchema, CandleUpdateSchema } from './candle.ts';
import { PortfolioFollowSchema, PortfolioUpdateSchema } from './portfolio.ts';
import { PriceUpdateSchema } from './price.ts';
import { SentimentUpdateSchema } from './sentiment.ts';
import { TradeSchema } from './trade.ts';

/** A bus topic: its name, how many partitions, and the schema of every message's value. */
export interface Topic<S extends TSchema = TSchema> {
  readonly name: string;
  readonly partitions: number;
  readonly schema: S;
}
export type TopicValue<T extends Topic> = Static<T['schema']>;

const topic = <const N extends string, S extends TSchema>(name: N, schema: S) =>
  ({ name, partitions: 12, schema }) as const;

/** Normalised trades of both venues, keyed by coin_id. Replicas may publish a trade more than once. */
export const TRADES = topic('trades', TradeSchema);
/** Venue candles, live and final, keyed by coin_id. */
export const CANDLES = topic('candles', CandleEventSchema);
/** Stored candles that were changed out of their order, keyed by coin_id. */
export const CANDLE_REWRITES = topic('candle_rewrites', CandleRewriteSchema);
/** Candles as the API shows them, consolidated and each venue's, the open ones as they grow; keyed by coin_id. */
export const CANDLE_UPDATES = topic('candle_updates', CandleUpdateSchema);
/** Consolidated prices, keyed by coin_id. */
export const PRICE_UPDATES = topic('price_updates', PriceUpdateSchema);
/** What the standard indicators say of bars that closed, keyed by coin_id. */
export const ANALYTICS_UPDATES = topic('analytics_updates', AnalyticsUpdateSchema);

/** What the news of a coin sounds like, keyed by coin_id. */
export const SENTIMENT_UPDATES = topic('sentiment_updates', SentimentUpdateSchema);
/** What a portfolio is worth, keyed by portfolio_id. */
export const PORTFOLIO_UPDATES = topic('portfolio_updates', PortfolioUpdateSchema);
/** Portfolios that somebody follows at a gateway, keyed by portfolio_id. */
export const PORTFOLIO_FOLLOWS = topic('portfolio_follows', PortfolioFollowSchema);

/** Alerts that were made, changed or deleted, keyed by alert_id. */
export const ALERT_CHANGES = topic('alert_changes', AlertChangedSchema);
/** What fired, keyed by user_id. A firing may be told more than once. */
export const ALERT_FIRINGS = topic('alert_firings', AlertFiringSchema);

export const TOPICS = [
  TRADES,
  CANDLES,
  CANDLE_REWRITES,
  CANDLE_UPDATES,
  PRICE_UPDATES,
  ANALYTICS_UPDATES,
  SENTIMENT_UPDATES,
  PORTFOLIO_UPDATES,
  PORTFOLIO_FOLLOWS,
  ALERT_CHANGES,
  ALERT_FIRINGS,
] as const;
