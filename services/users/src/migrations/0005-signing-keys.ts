import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Keys that access tokens are signed with. */
export const signingKeys: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE signing_keys (
        kid text PRIMARY KEY,
        public_jwk jsonb NOT NULL,
        private_jwk text NOT NULL,
        created_at timestamptz NOT NULL,
        retired_at timestamptz
      )`.execute(db);
  },
};
