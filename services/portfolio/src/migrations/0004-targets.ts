import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Shares of a portfolio that somebody wants, with a version of their own: renaming a portfolio does not change them. */
export const targets: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      ALTER TABLE portfolios
        ADD COLUMN targets jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN targets_version integer NOT NULL DEFAULT 1`.execute(db);
  },
};
