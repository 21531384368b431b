import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Finds all products' candles of a stretch of time: figures over 24 hours cost the same after years. */
export const candlesByTime: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE INDEX candles_by_time ON candles (interval, time)`.execute(db);
  },
};
