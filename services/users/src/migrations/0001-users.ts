import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Accounts. */
export const users: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE users (
        id uuid PRIMARY KEY,
        username text NOT NULL,
        username_key text NOT NULL UNIQUE,
        email text NOT NULL,
        email_key text NOT NULL UNIQUE,
        password_hash text NOT NULL,
        role text NOT NULL CHECK (role IN ('user', 'admin')),
        is_active boolean NOT NULL,
        preferences jsonb NOT NULL,
        preferences_version integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        password_changed_at timestamptz NOT NULL
      )`.execute(db);
    await sql`CREATE INDEX users_by_age ON users (created_at, id)`.execute(db);
  },
};
