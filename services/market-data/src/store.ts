import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { PriceQuality } from '@tidemark/contracts/price';
import type { Database } from '@tidemark/database/database';
import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import { barTime, type Bar } from './candles/candle.ts';
import { fromRow, toRow } from './candles/candle-row.ts';
import type { MinuteBar } from './candles/minute-builder.ts';
import type { Listing } from './coins/universe.ts';
import type { MarketTables } from './tables.ts';
import type { BarRow, BookSnapshot, Gap, StoredBook } from './trades/product-book.ts';

type Tables = MarketTables;
type Connection = Kysely<Tables> | Transaction<Tables>;

/** What one product adds to a flush. */
export interface BookWrite {
  listing: Listing;
  rows: BarRow[];
  snapshot: BookSnapshot;
  gaps: Gap[];
}

/** Rows a statement; keeps the number of parameters under PostgreSQL's 65,535. */
const CHUNK = 1000;

/** The service's queries. Times are epoch milliseconds at this seam, decimals are strings. */
export class MarketStore {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.as<Tables>();
  }

  /** Stores candles, watermarks and gaps of several products in one transaction. */
  async writeBooks(writes: readonly BookWrite[]): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await upsertCandles(
        tx,
        writes.flatMap((w) => w.rows.map((row) => toRow(w.listing, row.interval, row.bar))),
      );
      await upsertWatermarks(tx, writes);
      await insertGaps(tx, writes);
    });
  }

  /** What was stored of a product, or null when it was never seen. */
  async readBook(listing: Listing): Promise<StoredBook | null> {
    const mark = await this.#db
      .selectFrom('trade_watermarks')
      .selectAll()
      .where('exchange', '=', listing.exchange)
      .where('product', '=', listing.product)
      .executeTakeFirst();
    if (!mark) return null;
    const finalThrough = mark.final_through.getTime();
    const rows = await this.#candlesOf(listing)
      .where('final', '=', false)
      .where('time', '>=', new Date(barTime(finalThrough, '1d')))
      .execute();
    return {
      next: mark.next_trade_id,
      lastTime: mark.last_time.getTime(),
      holes: mark.holes,
      finalThrough,
      minutes: rows.filter((r) => r.interval === '1m').map((r) => fromRow(r) as MinuteBar),
      folded: rows
        .filter((r) => r.interval !== '1m')
        .filter((r) => r.time.getTime() + INTERVAL_MS[r.interval] > finalThrough)
        .map((r) => ({ interval: r.interval, bar: fromRow(r) })),
    };
  }

  /** Stores candles from REST; what was built from every single trade stays as it is. */
  async writeHistory(listing: Listing, interval: Interval, bars: readonly Bar[]): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await upsertCandles(
        tx,
        bars.map((bar) => toRow(listing, interval, bar)),
        { keepFinal: true },
      );
    });
  }

  /** Replaces candles, whatever was there, and drops the gap that they close. */
  async heal(listing: Listing, gap: Gap, rows: readonly BarRow[]): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await upsertCandles(
        tx,
        rows.map((row) => toRow(listing, row.interval, row.bar)),
      );
      await tx
        .deleteFrom('candle_gaps')
        .where('coin_id', '=', listing.coinId)
        .where('exchange', '=', listing.exchange)
        .where('from_time', '=', new Date(gap.from))
        .execute();
    });
  }

  async writeRollups(listing: Listing, rows: readonly BarRow[]): Promise<void> {
    await upsertCandles(
      this.#db,
      rows.map((row) => toRow(listing, row.interval, row.bar)),
    );
  }

  /** Gaps that were not repaired, oldest first. */
  async gaps(): Promise<(Gap & { coinId: string; exchange: Exchange })[]> {
    const rows = await this.#db
      .selectFrom('candle_gaps')
      .selectAll()
      .orderBy('from_time')
      .execute();
    return rows.map((row) => ({
      coinId: row.coin_id,
      exchange: row.exchange,
      from: row.from_time.getTime(),
      to: row.to_time.getTime(),
    }));
  }

  /** Closed bars of a product that open in [from, to), oldest first. */
  async finalBars(listing: Listing, interval: Interval, from: number, to: number): Promise<Bar[]> {
    const rows = await this.#candlesOf(listing)
      .where('interval', '=', interval)
      .where('final', '=', true)
      .where('time', '>=', new Date(from))
      .where('time', '<', new Date(to))
      .orderBy('time')
      .execute();
    return rows.map(fromRow);
  }

  /** The newest `limit` bars of a product that open in [from, to), oldest first, open ones with them. */
  async bars(
    listing: Listing,
    interval: Interval,
    range: { from: number; to: number; limit: number },
  ): Promise<Bar[]> {
    const rows = await this.#candlesOf(listing)
      .where('interval', '=', interval)
      .where('time', '>=', new Date(range.from))
      .where('time', '<', new Date(range.to))
      .orderBy('time', 'desc')
      .limit(range.limit)
      .execute();
    return rows.reverse().map(fromRow);
  }

  /** Minutes of a product that are not closed yet, oldest first. */
  async openMinutes(listing: Listing): Promise<Bar[]> {
    const rows = await this.#candlesOf(listing)
      .where('interval', '=', '1m')
      .where('final', '=', false)
      .orderBy('time')
      .execute();
    return rows.map(fromRow);
  }

  /** High, low, turnover and the oldest minute of every product since `from`, by product key of coin and venue. */
  async rangeStats(from: number): Promise<Map<string, RangeStats>> {
    const rows = await this.#db
      .selectFrom('candles')
      .select((eb) => [
        'coin_id',
        'exchange',
        eb.fn.max('high').as('high'),
        eb.fn.min('low').as('low'),
        eb.fn.sum<string>('quote_volume').as('quote_volume'),
        eb.fn.min('time').as('oldest'),
      ])
      .where('interval', '=', '1m')
      .where('time', '>=', new Date(from))
      .groupBy(['coin_id', 'exchange'])
      .execute();
    return new Map(
      rows.map((row) => [
        marketKey(row.coin_id, row.exchange),
        {
          high: Number(row.high),
          low: Number(row.low),
          quoteVolume: Number(row.quote_volume),
          oldest: row.oldest.getTime(),
        },
      ]),
    );
  }

  /** The first bar of every product that opens in [from, to), by coin and venue. */
  async firstBars(interval: Interval, from: number, to: number): Promise<Map<string, Bar>> {
    const rows = await this.#db
      .selectFrom('candles')
      .selectAll()
      .distinctOn(['coin_id', 'exchange'])
      .where('interval', '=', interval)
      .where('time', '>=', new Date(from))
      .where('time', '<', new Date(to))
      .orderBy('coin_id')
      .orderBy('exchange')
      .orderBy('time')
      .execute();
    return new Map(rows.map((row) => [marketKey(row.coin_id, row.exchange), fromRow(row)]));
  }

  async writePrices(rows: readonly PriceRow[]): Promise<void> {
    if (rows.length === 0) return;
    const values: Insertable<Tables['prices']>[] = rows.map((row) => ({
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

  /** Makes the partition of a UTC day (epoch ms) when it is missing. */
  async ensurePricePartition(day: number): Promise<void> {
    const from = new Date(barTime(day, '1d'));
    const to = new Date(from.getTime() + INTERVAL_MS['1d']);
    await sql`CREATE TABLE IF NOT EXISTS ${sql.table(partitionName(from))} PARTITION OF prices
      FOR VALUES FROM (${sql.lit(from.toISOString())}) TO (${sql.lit(to.toISOString())})`.execute(
      this.#db,
    );
  }

  /** Drops whole days of prices that end before `before` (epoch ms); answers their names. */
  async dropPricePartitions(before: number): Promise<string[]> {
    const result = await sql<{ name: string }>`
      SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'prices'::regclass`.execute(this.#db);
    const oldest = partitionName(new Date(barTime(before, '1d')));
    const old = result.rows.map((row) => row.name).filter((name) => name < oldest);
    for (const name of old) await sql`DROP TABLE ${sql.table(name)}`.execute(this.#db);
    return old;
  }

  /** From when on (epoch ms) a product's history of an interval is complete, or null. */
  async historyFrom(listing: Listing, interval: Interval): Promise<number | null> {
    const row = await this.#db
      .selectFrom('history_progress')
      .select('covered_from')
      .where('coin_id', '=', listing.coinId)
      .where('exchange', '=', listing.exchange)
      .where('interval', '=', interval)
      .executeTakeFirst();
    return row ? row.covered_from.getTime() : null;
  }

  async setHistoryFrom(listing: Listing, interval: Interval, from: number): Promise<void> {
    await this.#db
      .insertInto('history_progress')
      .values({
        coin_id: listing.coinId,
        exchange: listing.exchange,
        interval,
        covered_from: new Date(from),
      })
      .onConflict((oc) =>
        oc
          .columns(['coin_id', 'exchange', 'interval'])
          .doUpdateSet({ covered_from: new Date(from) }),
      )
      .execute();
  }

  #candlesOf(listing: Listing) {
    return this.#db
      .selectFrom('candles')
      .selectAll()
      .where('coin_id', '=', listing.coinId)
      .where('exchange', '=', listing.exchange);
  }
}

export interface RangeStats {
  high: number;
  low: number;
  quoteVolume: number;
  oldest: number;
}

export interface PriceRow {
  coinId: string;
  time: number;
  price: string;
  volume: string | null;
  quality: PriceQuality;
}

/** Key of a coin on a venue in the maps that the store answers with. */
export function marketKey(coinId: string, exchange: Exchange): string {
  return `${coinId}@${exchange}`;
}

function partitionName(day: Date): string {
  return `prices_${day.toISOString().slice(0, 10).replaceAll('-', '')}`;
}

type NewCandle = Insertable<Tables['candles']>;

async function upsertCandles(
  db: Connection,
  rows: readonly NewCandle[],
  options: { keepFinal?: boolean } = {},
): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) {
    const query = db
      .insertInto('candles')
      .values(newestOnly(rows.slice(i, i + CHUNK)))
      .onConflict((oc) => {
        const update = oc
          .columns(['coin_id', 'exchange', 'interval', 'time'])
          .doUpdateSet((eb) => ({
            open: eb.ref('excluded.open'),
            high: eb.ref('excluded.high'),
            low: eb.ref('excluded.low'),
            close: eb.ref('excluded.close'),
            volume: eb.ref('excluded.volume'),
            quote_volume: eb.ref('excluded.quote_volume'),
            trades: eb.ref('excluded.trades'),
            first_trade_id: eb.ref('excluded.first_trade_id'),
            last_trade_id: eb.ref('excluded.last_trade_id'),
            final: eb.ref('excluded.final'),
            gap: eb.ref('excluded.gap'),
            source: eb.ref('excluded.source'),
          }));
        return options.keepFinal
          ? update.where((eb) =>
              eb.or([eb('candles.final', '=', false), eb('candles.gap', '=', true)]),
            )
          : update;
      });
    await query.execute();
  }
}

/** One statement may not touch a row twice: of rows with the same key the last one counts. */
function newestOnly(rows: readonly NewCandle[]): NewCandle[] {
  const byKey = new Map<string, NewCandle>();
  for (const row of rows) {
    byKey.set(`${row.coin_id}|${row.exchange}|${row.interval}|${String(row.time)}`, row);
  }
  return [...byKey.values()];
}

async function upsertWatermarks(db: Connection, writes: readonly BookWrite[]): Promise<void> {
  if (writes.length === 0) return;
  await db
    .insertInto('trade_watermarks')
    .values(
      writes.map(({ listing, snapshot }) => ({
        exchange: listing.exchange,
        product: listing.product,
        next_trade_id: snapshot.next,
        last_time: new Date(snapshot.lastTime),
        final_through: new Date(snapshot.finalThrough),
        holes: JSON.stringify(snapshot.holes),
      })),
    )
    .onConflict((oc) =>
      oc.columns(['exchange', 'product']).doUpdateSet((eb) => ({
        next_trade_id: eb.ref('excluded.next_trade_id'),
        last_time: eb.ref('excluded.last_time'),
        final_through: eb.ref('excluded.final_through'),
        holes: eb.ref('excluded.holes'),
      })),
    )
    .execute();
}

async function insertGaps(db: Connection, writes: readonly BookWrite[]): Promise<void> {
  const rows = writes.flatMap(({ listing, gaps }) =>
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
