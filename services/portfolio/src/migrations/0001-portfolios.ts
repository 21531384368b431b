import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Portfolios, their transactions as movements of balances, and answers to requests that may come again. */
export const portfolios: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE TABLE portfolios (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL,
        name text NOT NULL,
        base_currency text NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        deleted_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        transaction_count integer NOT NULL DEFAULT 0
      )`.execute(db);
    await sql`CREATE INDEX portfolios_by_user ON portfolios (user_id, created_at)`.execute(db);
    await sql`
      CREATE TABLE transactions (
        id uuid PRIMARY KEY,
        portfolio_id uuid NOT NULL REFERENCES portfolios (id),
        time timestamptz NOT NULL,
        kind text NOT NULL,
        income_kind text,
        note text,
        price numeric,
        price_currency text,
        position bigint GENERATED ALWAYS AS IDENTITY,
        version integer NOT NULL DEFAULT 1
      )`.execute(db);
    await sql`CREATE INDEX transactions_by_time ON transactions (portfolio_id, time, position)`.execute(
      db,
    );
    await sql`
      CREATE TABLE movements (
        transaction_id uuid NOT NULL REFERENCES transactions (id) ON DELETE CASCADE,
        n integer NOT NULL,
        asset text NOT NULL,
        amount numeric NOT NULL CHECK (amount <> 0),
        role text NOT NULL,
        wallet text NOT NULL,
        PRIMARY KEY (transaction_id, n)
      )`.execute(db);
    await makeIdempotencyKeys(db);
  },
};

async function makeIdempotencyKeys(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE idempotency_keys (
      user_id uuid NOT NULL,
      key text NOT NULL,
      request text NOT NULL,
      body jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (user_id, key)
    )`.execute(db);
  await sql`CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at)`.execute(db);
}
