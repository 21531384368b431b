import type { Database } from '@tidemark/database/database';
import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import { RATE_LISTING } from '@tidemark/market-data/coins/rate-listings';
import type { Listing } from '@tidemark/market-data/coins/listing';
import type { MarketTables } from '@tidemark/market-data/tables';
import { sql, type Kysely } from 'kysely';

/** Hours in the longest block of bars that analytics counts back from. */
const BLOCK_MS = 4_096 * INTERVAL_MS['1h'];

/**
 * The time at which all is measured, epoch ms: the end of a block, where analytics keeps the most bars it ever does, 8,192 of
 * an interval.
 */
export const NOW = Math.floor(Date.now() / BLOCK_MS) * BLOCK_MS;

/** A product's closed candles of one interval, `count` of them, the newest closed at NOW. */
export interface Stretch {
  listing: Listing;
  interval: Interval;
  count: number;
}

/** Stores candles whose closes are a random walk; the rate of USDT stays about 1. The engine makes them itself. */
export async function storeHistory(
  database: Database,
  { listing, interval, count }: Stretch,
): Promise<void> {
  const db: Kysely<MarketTables> = database.as<MarketTables>();
  const { coinId, exchange } = listing;
  const length = INTERVAL_MS[interval];
  const step = listing === RATE_LISTING ? 0.000_001 : 0.02;
  const first = listing === RATE_LISTING ? 1 : 100;
  await sql`
    INSERT INTO candles (coin_id, exchange, interval, time, open, high, low, close, volume, quote_volume, trades, final, gap, source)
    SELECT ${coinId}, ${exchange}, ${interval}, to_timestamp((${NOW}::float8 - n * ${length}::float8) / 1000),
      open, greatest(open, close) * 1.01, least(open, close) * 0.99, close, volume, close * volume, 1, true, false, 'trades'
    FROM (SELECT n, close, volume, coalesce(lag(close) OVER (ORDER BY n DESC), close) AS open
      FROM (SELECT n, round((1 + 10 * random())::numeric, 6) AS volume,
        round((${first}::float8 * exp(sum((random() - 0.5) * ${step}::float8) OVER (ORDER BY n DESC)))::numeric, 6) AS close
        FROM generate_series(1, ${count}::integer) AS n) AS walk) AS bars
    ON CONFLICT DO NOTHING`.execute(db);
}
