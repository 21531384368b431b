import type { Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Database } from '@tidemark/database/database';
import type { Kysely } from 'kysely';
import type { CandleRange } from '../book/candle-range.ts';
import type { Bar } from '../book/bar.ts';
import type { Coverage } from '../book/coverage.ts';
import { fromRow } from './candle-row.ts';
import type { Listing } from '../coins/listing.ts';
import type { MarketTables } from '../tables.ts';
import type { Gap } from '../book/product-book.ts';
import { readCoverage } from './coverage-query.ts';

type Tables = MarketTables;

/** Reads candles and gaps, whoever wrote them. Times are epoch milliseconds at this seam, decimals are strings. */
export class CandleStore {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.as<Tables>();
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
    { from, to, limit, end = 'newest' }: CandleRange,
  ): Promise<Bar[]> {
    const rows = await this.#candlesOf(listing)
      .where('interval', '=', interval)
      .where('time', '>=', new Date(from))
      .where('time', '<', new Date(to))
      .orderBy('time', end === 'newest' ? 'desc' : 'asc')
      .limit(limit)
      .execute();
    return (end === 'newest' ? rows.reverse() : rows).map(fromRow);
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

  /**
   * What is known of these products where they have no candles. To be read before the candles that it is held against: of
   * what has closed since, they are newer.
   */
  coverage(listings: readonly Listing[]): Promise<(listing: Listing) => Coverage> {
    return readCoverage(this.#db, listings);
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

  /** From when on each product's minutes are all there, gaps apart, epoch ms; by product and venue. */
  async completeFrom(): Promise<Map<string, number>> {
    const rows = await this.#db
      .selectFrom('trade_watermarks')
      .select(['exchange', 'product', 'complete_from'])
      .execute();
    return new Map(
      rows.map((row) => [marketKey(row.product, row.exchange), row.complete_from.getTime()]),
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
