import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Finds all products' candles of a stretch of time: figures over 24 hours cost the same after years. */
export const candlesByTime: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE INDEX candles_by_time ON candles (interval, time)`.execute(db);
  },
};

/** Finds the few candles that are still open among all that ever were. */
export const openCandles: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE INDEX candles_open ON candles (coin_id, exchange, interval, time)
      WHERE NOT final`.execute(db);
  },
};

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

/** `quality` says how fresh a price was. Where it said `simulated` instead, that is not known. */
export const priceQuality: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE prices ALTER COLUMN quality DROP NOT NULL`.execute(db);
    await sql`UPDATE prices SET quality = NULL WHERE quality = 'simulated'`.execute(db);
  },
};

/**
 * The oldest bar that the venue had when a history was back-filled: one that begins later than it, or than it was to
 * where this is not known, is not all there.
 */
export const historyFirstBar: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE history_progress ADD COLUMN first_time timestamptz`.execute(db);
  },
};
