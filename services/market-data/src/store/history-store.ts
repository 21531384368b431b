import type { Interval } from '@tidemark/contracts/candle';
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

  /** From when on (epoch ms) a product's history of an interval is complete, or null. */
  async coveredFrom(listing: Listing, interval: Interval): Promise<number | null> {
    const row = await this.#db
      .selectFrom('history_progress')
      .select('covered_from')
      .where('coin_id', '=', listing.coinId)
      .where('exchange', '=', listing.exchange)
      .where('interval', '=', interval)
      .executeTakeFirst();
    return row ? row.covered_from.getTime() : null;
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
