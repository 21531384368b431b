import type { Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Database } from '@tidemark/database/database';
import type { Kysely } from 'kysely';
import type { Listing } from '../coins/universe.ts';
import type { MarketTables } from '../tables.ts';

/** Which histories were back-filled, and how far. */
export class HistoryStore {
  readonly #db: Kysely<MarketTables>;

  constructor(database: Database) {
    this.#db = database.as<MarketTables>();
  }

  /** The histories of a venue that are complete, by `historyKey`. */
  async covered(exchange: Exchange): Promise<Set<string>> {
    const rows = await this.#db
      .selectFrom('history_progress')
      .select(['coin_id', 'interval'])
      .where('exchange', '=', exchange)
      .execute();
    return new Set(rows.map((row) => historyKey({ coinId: row.coin_id, exchange }, row.interval)));
  }

  async setCoveredFrom(listing: Listing, interval: Interval, from: number): Promise<void> {
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
}

/** Names one interval's history of a coin on a venue. */
export function historyKey(
  { coinId, exchange }: Pick<Listing, 'coinId' | 'exchange'>,
  interval: Interval,
): string {
  return `${coinId}@${exchange} ${interval}`;
}
