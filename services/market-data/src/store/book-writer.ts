import type { Interval } from '@tidemark/contracts/candle';
import type { Database } from '@tidemark/database/database';
import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { Bar } from '../book/bar.ts';
import type { Claim } from '../claims/claim.ts';
import { holdClaims } from '../claims/owner-store.ts';
import type { Listing } from '../coins/listing.ts';
import type { MarketTables } from '../tables.ts';
import type { BarRow, BookSnapshot, Gap } from '../book/product-book.ts';
import { toRow } from './candle-row.ts';

type Tables = MarketTables;
type Connection = Kysely<Tables> | Transaction<Tables>;

/** What one product adds to a flush. */
export interface BookWrite {
  claim: Claim;
  listing: Listing;
  rows: BarRow[];
  snapshot: BookSnapshot;
  gaps: Gap[];
}

/** Rows a statement; some 300 kB of JSON. */
const CHUNK = 1000;

/** Every column with its type, in the order of their writing. */
const COLUMN_TYPES: Readonly<Record<keyof Tables['candles'], string>> = {
  coin_id: 'text',
  exchange: 'text',
  interval: 'text',
  time: 'timestamptz',
  open: 'numeric',
  high: 'numeric',
  low: 'numeric',
  close: 'numeric',
  volume: 'numeric',
  quote_volume: 'numeric',
  trades: 'integer',
  first_trade_id: 'bigint',
  last_trade_id: 'bigint',
  final: 'boolean',
  gap: 'boolean',
  source: 'text',
};
const COLUMNS = Object.keys(COLUMN_TYPES) as (keyof Tables['candles'])[];
const KEY = ['coin_id', 'exchange', 'interval', 'time'] as const;
/** All that is no key, taken from the row that was to be inserted. */
const REPLACED = Object.fromEntries(
  COLUMNS.filter((name) => !KEY.some((key) => key === name)).map((name) => [
    name,
    sql.ref(`excluded.${name}`),
  ]),
);
const RECORD = sql.raw(COLUMNS.map((name) => `"${name}" ${COLUMN_TYPES[name]}`).join(', '));

type NewCandle = Insertable<Tables['candles']>;

/**
 * What the books write. Every write is one transaction that holds the writer's claims: each throws FencedError, and changes
 * nothing, once another replica has claimed the partition. ADR 0008.
 */
export class BookWriter {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.as<Tables>();
  }

  /** Stores candles, watermarks and gaps of several products. */
  async writeBooks(writes: readonly BookWrite[]): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await holdClaims(
        tx,
        writes.map((write) => write.claim),
      );
      await upsertCandles(
        tx,
        writes.flatMap((w) => w.rows.map((row) => toRow(w.listing, row.interval, row.bar))),
      );
      await upsertWatermarks(tx, writes);
      await insertGaps(tx, writes);
    });
  }

  /** Stores candles from REST; what was built from every single trade stays as it is. */
  async writeHistory(
    claim: Claim,
    listing: Listing,
    interval: Interval,
    bars: readonly Bar[],
  ): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await holdClaims(tx, [claim]);
      await upsertCandles(
        tx,
        bars.map((bar) => toRow(listing, interval, bar)),
        { keepFinal: true },
      );
    });
  }

  /** Writes candles in place of whatever was there. */
  async replace(claim: Claim, listing: Listing, rows: readonly BarRow[]): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await holdClaims(tx, [claim]);
      await upsertCandles(
        tx,
        rows.map((row) => toRow(listing, row.interval, row.bar)),
      );
    });
  }

  /** Forgets a gap: everything that it spoiled is mended. */
  async closeGap(claim: Claim, listing: Listing, gap: Gap): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await holdClaims(tx, [claim]);
      await tx
        .deleteFrom('candle_gaps')
        .where('coin_id', '=', listing.coinId)
        .where('exchange', '=', listing.exchange)
        .where('from_time', '=', new Date(gap.from))
        .where('to_time', '=', new Date(gap.to))
        .execute();
    });
  }
}

/** Writes candles; with `keepFinal`, closed ones without a gap stay as they are. */
export async function upsertCandles(
  db: Connection,
  rows: readonly NewCandle[],
  options: { keepFinal?: boolean } = {},
): Promise<void> {
  const ordered = inOrder(newestOnly(rows), keyOf);
  for (let i = 0; i < ordered.length; i += CHUNK) {
    const query = db
      .insertInto('candles')
      .columns(COLUMNS)
      .expression(recordsOf(ordered.slice(i, i + CHUNK)))
      .onConflict((oc) => {
        const update = oc.columns(KEY).doUpdateSet(REPLACED);
        return options.keepFinal
          ? update.where((eb) =>
              eb.or([eb('candles.final', '=', false), eb('candles.gap', '=', true)]),
            )
          : update;
      });
    await query.execute();
  }
}

/**
 * The rows as one parameter: PostgreSQL and its client take it in several times as fast as one for each value, which
 * is what most of a first start went into. Prices and amounts are strings in it, so they stay exact.
 */
function recordsOf(rows: readonly NewCandle[]) {
  return sql`select * from json_to_recordset(${JSON.stringify(rows)}::json) as candle(${RECORD})`;
}

/** One statement may not touch a row twice: of rows with the same key the last one counts. */
function newestOnly(rows: readonly NewCandle[]): NewCandle[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

function keyOf({ coin_id, exchange, interval, time }: NewCandle): string {
  return `${coin_id}|${exchange}|${interval}|${new Date(time).toISOString()}`;
}

export async function upsertWatermarks(
  db: Connection,
  writes: readonly BookWrite[],
): Promise<void> {
  if (writes.length === 0) return;
  await db
    .insertInto('trade_watermarks')
    .values(
      inOrder(writes, productOf).map(({ listing, snapshot }) => ({
        exchange: listing.exchange,
        product: listing.product,
        next_trade_id: snapshot.next,
        last_time: new Date(snapshot.lastTime),
        final_through: new Date(snapshot.finalThrough),
        complete_from: new Date(snapshot.completeFrom),
        holes: JSON.stringify(snapshot.holes),
      })),
    )
    .onConflict((oc) =>
      oc.columns(['exchange', 'product']).doUpdateSet((eb) => ({
        next_trade_id: eb.ref('excluded.next_trade_id'),
        last_time: eb.ref('excluded.last_time'),
        final_through: eb.ref('excluded.final_through'),
        complete_from: eb.ref('excluded.complete_from'),
        holes: eb.ref('excluded.holes'),
      })),
    )
    .execute();
}

export async function insertGaps(db: Connection, writes: readonly BookWrite[]): Promise<void> {
  const rows = inOrder(writes, productOf).flatMap(({ listing, gaps }) =>
    gaps.map((gap) => ({
      coin_id: listing.coinId,
      exchange: listing.exchange,
      from_time: new Date(gap.from),
      to_time: new Date(gap.to),
    })),
  );
  for (const row of rows) {
    await db
      .insertInto('candle_gaps')
      .values(row)
      .onConflict((oc) =>
        oc.columns(['coin_id', 'exchange', 'from_time']).doUpdateSet((eb) => ({
          to_time: sql<Date>`greatest(${eb.ref('candle_gaps.to_time')}, ${eb.ref('excluded.to_time')})`,
        })),
      )
      .execute();
  }
}

function productOf({ listing }: BookWrite): string {
  return `${listing.exchange}|${listing.product}`;
}

/**
 * The items in the order of their keys. Rows are written in one order everywhere: of two transactions that write the
 * same rows one waits for the other, and neither waits for both.
 */
export function inOrder<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ key: keyOf(item), item }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ item }) => item);
}
