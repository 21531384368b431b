import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Coins that somebody follows. A list is read and changed as a whole, so it is one row. */
export const watchlists: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE watchlists (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL,
        name text NOT NULL,
        position integer NOT NULL,
        coins jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1
      )`.execute(db);
    await sql`CREATE INDEX watchlists_by_user ON watchlists (user_id, position)`.execute(db);
  },
};
