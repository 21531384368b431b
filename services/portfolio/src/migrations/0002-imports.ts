import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Files that were sent, what was put in from them and how it is known again, mappings of columns that were kept. */
export const imports: Migration = {
  async up(db: Kysely<unknown>) {
    await makeImports(db);
    await makeStaging(db);
    await sql`
      CREATE TABLE column_mappings (
        user_id uuid NOT NULL,
        name text NOT NULL,
        mapping jsonb NOT NULL,
        PRIMARY KEY (user_id, name)
      )`.execute(db);
  },
};

async function makeImports(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE imports (
      id uuid PRIMARY KEY,
      portfolio_id uuid NOT NULL REFERENCES portfolios (id) ON DELETE CASCADE,
      state text NOT NULL,
      reason text,
      created_at timestamptz NOT NULL,
      undone_at timestamptz,
      file_ids jsonb NOT NULL,
      files jsonb NOT NULL,
      keep_mapping_as text,
      bytes integer NOT NULL,
      bytes_read integer NOT NULL,
      transactions integer NOT NULL,
      already_there integer NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      claim uuid,
      claimed_until timestamptz
    )`.execute(db);
  await sql`CREATE INDEX imports_by_portfolio ON imports (portfolio_id, created_at)`.execute(db);
  await sql`
    ALTER TABLE transactions
      ADD COLUMN import_id uuid,
      ADD COLUMN import_file smallint,
      ADD COLUMN source_lines jsonb,
      ADD COLUMN source_reference text`.execute(db);
  await sql`
    CREATE INDEX transactions_by_import ON transactions (import_id)
      WHERE import_id IS NOT NULL`.execute(db);
  // No references from what is written by the hundred thousand: each would cost as much as its row.
  await sql`
    CREATE TABLE import_keys (
      portfolio_id uuid NOT NULL,
      key text NOT NULL,
      import_id uuid NOT NULL,
      PRIMARY KEY (portfolio_id, key)
    )`.execute(db);
  await sql`CREATE INDEX import_keys_by_import ON import_keys (import_id)`.execute(db);
}

async function makeStaging(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE staged_files (
      id uuid PRIMARY KEY,
      portfolio_id uuid NOT NULL REFERENCES portfolios (id) ON DELETE CASCADE,
      user_id uuid NOT NULL,
      name text NOT NULL,
      bytes integer NOT NULL,
      state text NOT NULL,
      bytes_read integer NOT NULL DEFAULT 0,
      time_zone text,
      mapping jsonb,
      report jsonb,
      created_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      claim uuid,
      claimed_until timestamptz
    )`.execute(db);
  await sql`CREATE INDEX staged_files_by_user ON staged_files (user_id)`.execute(db);
  await sql`CREATE INDEX staged_files_by_age ON staged_files (created_at)`.execute(db);
  await sql`
    CREATE TABLE staged_chunks (
      file_id uuid NOT NULL REFERENCES staged_files (id) ON DELETE CASCADE,
      n integer NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (file_id, n)
    )`.execute(db);
  // Compressing what is read twice and forgotten takes longer than writing it.
  await sql`ALTER TABLE staged_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL`.execute(db);
}
