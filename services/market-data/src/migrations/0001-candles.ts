import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Candles of each venue's product; prices as the venue wrote them, sums exact. */
export const candles: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE candles (
        coin_id text NOT NULL,
        exchange text NOT NULL,
        interval text NOT NULL,
        time timestamptz NOT NULL,
        open numeric NOT NULL,
        high numeric NOT NULL,
        low numeric NOT NULL,
        close numeric NOT NULL,
        volume numeric NOT NULL,
        quote_volume numeric NOT NULL,
        trades integer,
        first_trade_id bigint,
        last_trade_id bigint,
        final boolean NOT NULL,
        gap boolean NOT NULL,
        source text NOT NULL,
        PRIMARY KEY (coin_id, exchange, interval, time)
      )`.execute(db);
  },
};
