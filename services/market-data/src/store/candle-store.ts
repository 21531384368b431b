import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Database } from '@tidemark/database/database';
import type { Kysely } from 'kysely';
import { barTime, type Bar } from '../candles/candle.ts';
import { fromRow, toRow } from '../candles/candle-row.ts';
import type { MinuteBar } from '../candles/minute-builder.ts';
import type { Listing } from '../coins/universe.ts';
import type { MarketTables } from '../tables.ts';
import type { BarRow, Gap, StoredBook } from '../trades/product-book.ts';
import { insertGaps, upsertCandles, upsertWatermarks, type BookWrite } from './candle-writes.ts';

type Tables = MarketTables;
/** Candles, watermarks and gaps. Times are epoch milliseconds at this seam, decimals are strings. */
export class CandleStore {
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
      completeFrom: mark.complete_from.getTime(),
      gaps: await this.#gapsOf(listing),
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
        .where('to_time', '=', new Date(gap.to))
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

  async #gapsOf(listing: Listing): Promise<Gap[]> {
    const rows = await this.#db
      .selectFrom('candle_gaps')
      .selectAll()
      .where('coin_id', '=', listing.coinId)
      .where('exchange', '=', listing.exchange)
      .execute();
    return rows.map((row) => ({ from: row.from_time.getTime(), to: row.to_time.getTime() }));
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

/** Key of a coin on a venue in the maps that the store answers with. */
export function marketKey(coinId: string, exchange: Exchange): string {
  return `${coinId}@${exchange}`;
}
