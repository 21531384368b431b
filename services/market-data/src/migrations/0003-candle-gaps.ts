import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Minutes in which trades are known to be missing, until REST has given the venue's own candle. */
export const candleGaps: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE candle_gaps (
        coin_id text NOT NULL,
        exchange text NOT NULL,
        from_time timestamptz NOT NULL,
        to_time timestamptz NOT NULL,
        PRIMARY KEY (coin_id, exchange, from_time)
      )`.execute(db);
  },
};
