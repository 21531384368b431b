import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was computed at the end of each day of a coin. Derived: every row can be had again from the candles. */
const dailyMetrics: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE daily_metrics (
        coin_id text NOT NULL,
        day timestamptz NOT NULL,
        close double precision NOT NULL,
        samples integer NOT NULL,
        metrics jsonb NOT NULL,
        computed_at timestamptz NOT NULL,
        PRIMARY KEY (coin_id, day)
      )`.execute(db);
  },
};

/** The service's tables; names sort in the order of application. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-daily-metrics': dailyMetrics,
};
