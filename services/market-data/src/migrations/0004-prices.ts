import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Consolidated prices, at most one a second per coin; one partition a UTC day, made and dropped by the service. */
export const prices: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE prices (
        coin_id text NOT NULL,
        timestamp timestamptz NOT NULL,
        price numeric NOT NULL,
        volume numeric,
        quality text NOT NULL,
        PRIMARY KEY (coin_id, timestamp)
      ) PARTITION BY RANGE (timestamp)`.execute(db);
  },
};
