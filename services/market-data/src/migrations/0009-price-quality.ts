import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** `quality` says how fresh a price was. Where it said `simulated` instead, that is not known. */
export const priceQuality: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE prices ALTER COLUMN quality DROP NOT NULL`.execute(db);
    await sql`UPDATE prices SET quality = NULL WHERE quality = 'simulated'`.execute(db);
  },
};
