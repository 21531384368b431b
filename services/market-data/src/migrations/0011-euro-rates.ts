import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What currencies were worth by day, as the central bank tells it: so many of each for a euro; and when it was read. */
export const euroRates: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE euro_rates (
        day date NOT NULL,
        currency text NOT NULL,
        per_euro numeric NOT NULL CHECK (per_euro > 0),
        PRIMARY KEY (day, currency)
      )`.execute(db);
    await sql`CREATE INDEX euro_rates_by_currency ON euro_rates (currency, day)`.execute(db);
    await sql`
      CREATE TABLE euro_rate_reads (
        document text PRIMARY KEY,
        read_at timestamptz NOT NULL,
        etag text,
        last_modified text
      )`.execute(db);
  },
};
