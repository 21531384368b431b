import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Since when daily candles of a coin are wanted, where that is further back than every coin has them. */
export const historyRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE history_requests (
        coin_id text PRIMARY KEY,
        since timestamptz NOT NULL
      )`.execute(db);
  },
};
