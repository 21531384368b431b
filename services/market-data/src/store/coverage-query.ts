import type { Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import { sql, type Kysely } from 'kysely';
import { NOT_FOLLOWED, type Coverage } from '../book/coverage.ts';
import type { Listing } from '../coins/listing.ts';
import type { MarketTables } from '../tables.ts';
import type { Gap } from '../book/product-book.ts';

interface CoverageRow {
  exchange: Exchange;
  product: string;
  final_through: Date;
  complete_from: Date;
  gaps: Gap[];
  histories: { interval: Interval; from: number }[];
}

/** One statement, so that all of it is of the same moment. */
function coverageOf(listings: readonly Listing[]) {
  const rows = listings.map((l) => sql`(${l.exchange}, ${l.product}, ${l.coinId})`);
  return sql<CoverageRow>`
    SELECT l.exchange, l.product, w.final_through, w.complete_from,
      (SELECT coalesce(json_agg(json_build_object(
          'from', extract(epoch FROM g.from_time) * 1000,
          'to', extract(epoch FROM g.to_time) * 1000)), '[]')
        FROM candle_gaps g
        WHERE g.coin_id = l.coin_id AND g.exchange = l.exchange) AS gaps,
      (SELECT coalesce(json_agg(json_build_object(
          'interval', h.interval,
          'from', extract(epoch FROM h.covered_from) * 1000)), '[]')
        FROM history_progress h
        WHERE h.coin_id = l.coin_id AND h.exchange = l.exchange) AS histories
    FROM (VALUES ${sql.join(rows)}) AS l (exchange, product, coin_id)
    JOIN trade_watermarks w ON w.exchange = l.exchange AND w.product = l.product`;
}

/** What is known of these products where they have no candles. */
export async function readCoverage(
  db: Kysely<MarketTables>,
  listings: readonly Listing[],
): Promise<(listing: Listing) => Coverage> {
  if (listings.length === 0) return () => NOT_FOLLOWED;
  const { rows } = await coverageOf(listings).execute(db);
  return ({ exchange, product }) => {
    const row = rows.find((r) => r.exchange === exchange && r.product === product);
    if (!row) return NOT_FOLLOWED;
    return {
      finalThrough: row.final_through.getTime(),
      completeFrom: row.complete_from.getTime(),
      gaps: row.gaps,
      histories: new Map(row.histories.map(({ interval, from }) => [interval, from])),
    };
  };
}
