import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Owners whose accounts are no more, and since when they were not seen. */
export const absentOwners: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE alert_absent_owners (
        user_id uuid PRIMARY KEY,
        since timestamptz NOT NULL
      )`.execute(db);
  },
};
