import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a used refresh token's successor was derived with, so that a lost answer can be given again. */
export const refreshGrace: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE refresh_tokens ADD COLUMN next_salt text`.execute(db);
  },
};
