import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which replica writes the candles of a partition of `trades`; a claim raises the epoch and voids the earlier ones. */
export const partitionOwners: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE partition_owners (
        partition integer PRIMARY KEY,
        epoch bigint NOT NULL,
        owner text NOT NULL
      )`.execute(db);
  },
};
