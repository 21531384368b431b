import type { Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Database } from '@tidemark/database/database';
import { sql, type Kysely } from 'kysely';
import type { Bar, CandleRange } from '../book/bar.ts';
import type { Coverage } from '../book/coverage.ts';
import { BAR_TUPLES, fromRow, fromTuple, type BarTuple } from './candle-row.ts';
import type { Listing } from '../coins/listing.ts';
import type { MarketTables } from '../tables.ts';
import type { Gap } from '../book/product-book.ts';
import { readCoverage } from './coverage-query.ts';

type Tables = MarketTables;

/** Bars of one product that open in a range. */
export interface BarsAsk {
  listing: Pick<Listing, 'coinId' | 'exchange'>;
  interval: Interval;
  range: CandleRange;
}

/** What is stored of what was asked for; oldest first. */
export interface StoredBars {
  bars: Bar[];
  /** Beside bars longer than a minute: the product's minutes that are not closed yet and in no longer bar, of any time. */
  openMinutes: Bar[];
}

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

  /** As many bars of a product as the range asks for, of its end, oldest first, open ones with them. */
  async bars(listing: BarsAsk['listing'], interval: Interval, range: CandleRange): Promise<Bar[]> {
    const [stored] = await this.read([{ listing, interval, range }]);
    return stored?.bars ?? [];
  }

  /** What is stored of each of these, in their order; however many they are, in one statement. */
  async read(asks: readonly BarsAsk[]): Promise<StoredBars[]> {
    const result = asks.map((): StoredBars => ({ bars: [], openMinutes: [] }));
    if (asks.length === 0) return result;
    const { rows } = await storedBars(asks).execute(this.#db);
    for (const { ask, interval, bars } of rows) {
      const stored = result[ask];
      if (!stored) continue;
      const isAsked = interval === asks[ask]?.interval;
      stored[isAsked ? 'bars' : 'openMinutes'] = (bars ?? []).map(fromTuple);
    }
    return result;
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

/** One statement for all, so that a minute is in its longer bar or among the open ones, and never in both or neither. */
function storedBars(asks: readonly BarsAsk[]) {
  const rows = asks.map(({ listing, interval, range }, ask) => ({
    ...{ ask, coin_id: listing.coinId, exchange: listing.exchange, interval },
    ...{ since: new Date(range.from), until: new Date(range.to), most: range.limit },
    newest: range.end !== 'oldest',
  }));
  const ofEnd = (order: 'ASC' | 'DESC') => sql`
    SELECT * FROM candles c
    WHERE c.coin_id = a.coin_id AND c.exchange = a.exchange AND c.interval = a.interval
      AND c.time >= a.since AND c.time < a.until
    ORDER BY c.time ${sql.raw(order)} LIMIT a.most`;
  return sql<{ ask: number; interval: Interval; bars: BarTuple[] | null }>`
    WITH asks AS (SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS ask (
      ask int, coin_id text, exchange text, interval text,
      since timestamptz, until timestamptz, most int, newest boolean)),
    bars AS (SELECT a.ask, bar.* FROM asks a, LATERAL (${ofEnd('DESC')}) bar WHERE a.newest
    UNION ALL
    SELECT a.ask, bar.* FROM asks a, LATERAL (${ofEnd('ASC')}) bar WHERE NOT a.newest
    UNION ALL
    SELECT a.ask, bar.* FROM asks a JOIN candles bar
      ON bar.coin_id = a.coin_id AND bar.exchange = a.exchange
      AND bar.interval = '1m' AND NOT bar.final
    WHERE a.interval <> '1m')
    SELECT bar.ask, bar.interval, ${BAR_TUPLES} AS bars FROM bars bar GROUP BY bar.ask, bar.interval`;
}
