import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Finds the few candles that are still open among all that ever were. */
export const openCandles: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE INDEX candles_open ON candles (coin_id, exchange, interval, time)
      WHERE NOT final`.execute(db);
  },
};
