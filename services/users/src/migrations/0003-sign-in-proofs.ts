import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** API keys, second factors, tokens that reset a password, and delays after failed sign-ins. */
export const signInProofs: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE api_keys (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        name text NOT NULL,
        scope text NOT NULL CHECK (scope IN ('read', 'read_write')),
        hash text NOT NULL UNIQUE,
        hint text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        last_used_at timestamptz
      )`.execute(db);
    await sql`CREATE INDEX api_keys_by_user ON api_keys (user_id)`.execute(db);
    await sql`
      CREATE TABLE two_factor (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        secret text NOT NULL,
        confirmed_at timestamptz,
        last_step bigint NOT NULL,
        created_at timestamptz NOT NULL
      )`.execute(db);
    await sql`
      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        hash text NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (user_id, hash)
      )`.execute(db);
    await sql`
      CREATE TABLE password_resets (
        hash text PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`.execute(db);
    await sql`CREATE INDEX password_resets_by_user ON password_resets (user_id)`.execute(db);
    await sql`
      CREATE TABLE login_delays (
        key text PRIMARY KEY,
        failures integer NOT NULL,
        last_failure_at timestamptz NOT NULL,
        blocked_until timestamptz NOT NULL
      )`.execute(db);
  },
};
