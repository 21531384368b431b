import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Sessions and the refresh tokens of each. */
export const sessions: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        address text NOT NULL,
        user_agent text
      )`.execute(db);
    await sql`CREATE INDEX sessions_by_user ON sessions (user_id)`.execute(db);
    await sql`CREATE INDEX sessions_by_expiry ON sessions (expires_at)`.execute(db);
    await sql`
      CREATE TABLE refresh_tokens (
        hash text PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        used_at timestamptz
      )`.execute(db);
    await sql`CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id)`.execute(db);
  },
};

/** What a used refresh token's successor was derived with, so that a lost answer can be given again. */
export const refreshGrace: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE refresh_tokens ADD COLUMN next_salt text`.execute(db);
  },
};
