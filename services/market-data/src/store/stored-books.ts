import { INTERVALS, INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Database } from '@tidemark/database/database';
import type { Kysely } from 'kysely';
import { barTime, type Bar } from '../book/bar.ts';
import { BAR_TUPLES, fromRow, fromTuple, type CandleRow } from './candle-row.ts';
import type { MinuteBar } from '../book/minute-builder.ts';
import type { Listing } from '../coins/listing.ts';
import type { MarketTables } from '../tables.ts';
import type { BarRow, Gap, StoredBook } from '../book/product-book.ts';

/** Rows that were stored of one product. */
export interface ListingRows {
  listing: Listing;
  rows: BarRow[];
}

/** What the books are read back from. */
export class StoredBooks {
  readonly #db: Kysely<MarketTables>;

  constructor(database: Database) {
    this.#db = database.as<MarketTables>();
  }

  /** Closed minutes of a product that open in [from, to), epoch ms, oldest first. */
  async finalMinutes(listing: Listing, from: number, to: number): Promise<Bar[]> {
    const { bars } = await this.#db
      .selectFrom('candles as bar')
      .select(BAR_TUPLES.as('bars'))
      .where('coin_id', '=', listing.coinId)
      .where('exchange', '=', listing.exchange)
      .where('interval', '=', '1m')
      .where('final', '=', true)
      .where('time', '>=', new Date(from))
      .where('time', '<', new Date(to))
      .executeTakeFirstOrThrow();
    return (bars ?? []).map(fromTuple);
  }

  /** What was stored of the products; one that was never seen is left out. */
  async readBooks(listings: readonly Listing[]): Promise<Map<Listing, StoredBook>> {
    const coins = coinsOf(listings);
    if (coins.length === 0) return new Map();
    const [marks, open, gaps] = await Promise.all([
      this.#db.selectFrom('trade_watermarks').selectAll().execute(),
      this.#db
        .selectFrom('candles')
        .selectAll()
        .where('coin_id', 'in', coins)
        .where('final', '=', false)
        .execute(),
      this.#db.selectFrom('candle_gaps').selectAll().where('coin_id', 'in', coins).execute(),
    ]);
    const books = new Map<Listing, StoredBook>();
    for (const listing of listings) {
      const { exchange, product } = listing;
      const mark = marks.find((row) => row.exchange === exchange && row.product === product);
      if (!mark) continue;
      const rows = open.filter((row) => isOf(listing, row));
      const own = gaps.filter((row) => isOf(listing, row));
      books.set(listing, { ...bookOf(mark, rows), gaps: own.map(toGap) });
    }
    return books;
  }

  /** Final bars of the products that closed at or after `since`, epoch ms; oldest first. */
  async closedSince(listings: readonly Listing[], since: number): Promise<ListingRows[]> {
    const coins = coinsOf(listings);
    if (coins.length === 0) return [];
    const rows = await this.#db
      .selectFrom('candles')
      .selectAll()
      .where('coin_id', 'in', coins)
      .where('final', '=', true)
      .where((eb) =>
        eb.or(
          INTERVALS.map((interval) =>
            eb.and([
              eb('interval', '=', interval),
              eb('time', '>=', new Date(since - INTERVAL_MS[interval])),
            ]),
          ),
        ),
      )
      .orderBy('time')
      .execute();
    return listings.map((listing) => ({
      listing,
      rows: rows
        .filter((row) => isOf(listing, row))
        .map((row) => ({ interval: row.interval, bar: fromRow(row) })),
    }));
  }
}

function coinsOf(listings: readonly Listing[]): string[] {
  return [...new Set(listings.map((listing) => listing.coinId))];
}

function isOf(listing: Listing, row: { coin_id: string; exchange: string }): boolean {
  return row.coin_id === listing.coinId && row.exchange === listing.exchange;
}

function toGap(row: MarketTables['candle_gaps']): Gap {
  return { from: row.from_time.getTime(), to: row.to_time.getTime() };
}

interface Watermark {
  next_trade_id: number;
  last_time: Date;
  final_through: Date;
  complete_from: Date;
  holes: StoredBook['holes'];
}

/** The book as of its watermark, from its rows that are not final. */
function bookOf(mark: Watermark, open: readonly CandleRow[]): Omit<StoredBook, 'gaps'> {
  const finalThrough = mark.final_through.getTime();
  const rows = open.filter((row) => row.time.getTime() >= barTime(finalThrough, '1d'));
  return {
    next: mark.next_trade_id,
    lastTime: mark.last_time.getTime(),
    holes: mark.holes,
    finalThrough,
    completeFrom: mark.complete_from.getTime(),
    minutes: rows.filter((r) => r.interval === '1m').map((r) => fromRow(r) as MinuteBar),
    folded: rows
      .filter((r) => r.interval !== '1m')
      .filter((r) => r.time.getTime() + INTERVAL_MS[r.interval] > finalThrough)
      .map((r) => ({ interval: r.interval, bar: fromRow(r) })),
  };
}
