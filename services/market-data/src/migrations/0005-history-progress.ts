import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which histories were back-filled, and from when on they reach. */
export const historyProgress: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE history_progress (
        coin_id text NOT NULL,
        exchange text NOT NULL,
        interval text NOT NULL,
        covered_from timestamptz NOT NULL,
        PRIMARY KEY (coin_id, exchange, interval)
      )`.execute(db);
  },
};
