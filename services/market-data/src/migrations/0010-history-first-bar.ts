import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The oldest bar that the venue had when a history was back-filled: one that begins later than it, or than it was to
 * where this is not known, is not all there.
 */
export const historyFirstBar: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE history_progress ADD COLUMN first_time timestamptz`.execute(db);
  },
};
