import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { PriceQuality } from '@tidemark/contracts/price';
import type { Database } from '@tidemark/database/database';
import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import { barTime } from '../book/bar.ts';
import type { MarketTables } from '../tables.ts';
import { inOrder } from './book-writer.ts';

type Tables = MarketTables;

/** One second's price of a coin, USD; `time` epoch ms, decimals as strings. */
export interface PriceRow {
  coinId: string;
  time: number;
  price: string;
  volume: string | null;
  quality: PriceQuality;
}

/** The consolidated prices, second by second, in a partition a UTC day. */
export class PriceStore {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.as<Tables>();
  }

  /** Stores prices; where another replica has stored that second of a coin already, its price stays. */
  async writePrices(rows: readonly PriceRow[]): Promise<void> {
    if (rows.length === 0) return;
    const values: Insertable<Tables['prices']>[] = inOrder(rows, keyOf).map((row) => ({
      coin_id: row.coinId,
      timestamp: new Date(row.time),
      price: row.price,
      volume: row.volume,
      quality: row.quality,
    }));
    await this.#db
      .insertInto('prices')
      .values(values)
      .onConflict((oc) => oc.columns(['coin_id', 'timestamp']).doNothing())
      .execute();
  }

  /** The last stored price of a coin, or null. */
  async lastPrice(coinId: string): Promise<{ price: number; time: number } | null> {
    const row = await this.#db
      .selectFrom('prices')
      .select(['price', 'timestamp'])
      .where('coin_id', '=', coinId)
      .orderBy('timestamp', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? { price: Number(row.price), time: row.timestamp.getTime() } : null;
  }

  /**
   * Makes the partitions of the UTC days of `days` that are missing, and drops whole days that end before `before`;
   * all epoch ms. Answers the names of those dropped. One replica at a time does so.
   */
  async maintainPartitions(days: readonly number[], before: number): Promise<string[]> {
    return this.#db.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.prices'))`.execute(tx);
      for (const day of days) await makePartition(tx, day);
      return dropPartitions(tx, before);
    });
  }
}

function keyOf({ coinId, time }: PriceRow): string {
  return `${coinId}|${time}`;
}

async function makePartition(tx: Transaction<Tables>, day: number): Promise<void> {
  const from = new Date(barTime(day, '1d'));
  const to = new Date(from.getTime() + INTERVAL_MS['1d']);
  await sql`CREATE TABLE IF NOT EXISTS ${sql.table(partitionName(from))} PARTITION OF prices
    FOR VALUES FROM (${sql.lit(from.toISOString())}) TO (${sql.lit(to.toISOString())})`.execute(tx);
}

async function dropPartitions(tx: Transaction<Tables>, before: number): Promise<string[]> {
  const result = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'prices'::regclass`.execute(tx);
  const oldest = partitionName(new Date(barTime(before, '1d')));
  const old = result.rows.map((row) => row.name).filter((name) => name < oldest);
  for (const name of old) await sql`DROP TABLE ${sql.table(name)}`.execute(tx);
  return old;
}

function partitionName(day: Date): string {
  return `prices_${day.toISOString().slice(0, 10).replaceAll('-', '')}`;
}
