import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What portfolios are valued by: how they count, which times their edits touched, and what was set of their assets. */
export const valuation: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      ALTER TABLE portfolios
        ADD COLUMN ledger_version integer NOT NULL DEFAULT 1,
        ADD COLUMN settings_version integer NOT NULL DEFAULT 1,
        ADD COLUMN method text NOT NULL DEFAULT 'fifo',
        ADD COLUMN pools text NOT NULL DEFAULT 'one',
        ADD COLUMN oversold text NOT NULL DEFAULT 'refuse'`.execute(db);
    await sql`
      CREATE TABLE ledger_edits (
        portfolio_id uuid NOT NULL REFERENCES portfolios (id),
        version integer NOT NULL,
        since timestamptz NOT NULL,
        PRIMARY KEY (portfolio_id, version)
      )`.execute(db);
    await sql`
      CREATE TABLE asset_coins (
        portfolio_id uuid NOT NULL REFERENCES portfolios (id),
        asset text NOT NULL,
        coin_id text,
        PRIMARY KEY (portfolio_id, asset)
      )`.execute(db);
    await sql`
      CREATE TABLE manual_prices (
        portfolio_id uuid NOT NULL REFERENCES portfolios (id),
        asset text NOT NULL,
        currency text NOT NULL,
        day date NOT NULL,
        price numeric NOT NULL CHECK (price >= 0),
        PRIMARY KEY (portfolio_id, asset, currency, day)
      )`.execute(db);
  },
};
