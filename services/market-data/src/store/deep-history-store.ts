import type { Exchange } from '@tidemark/contracts/exchange';
import type { Database } from '@tidemark/database/database';
import { sql, type Kysely } from 'kysely';
import type { Listing } from '../coins/listing.ts';
import type { MarketTables } from '../tables.ts';

/** How far back a product's daily candles go; epoch ms. */
export interface DailyReach {
  coinId: string;
  exchange: Exchange;
  /** Everything that the venue has since then is stored. */
  coveredFrom: number;
  /** Its oldest bar; null: not known which that is. */
  firstTime: number | null;
}

/** Since when daily candles of coins are wanted, and how far back they go. */
export class DeepHistoryStore {
  readonly #db: Kysely<MarketTables>;

  constructor(database: Database) {
    this.#db = database.as<MarketTables>();
  }

  /** Wants daily candles of coins since a time, epoch ms, or since an earlier one that was wanted before. */
  async want(since: ReadonlyMap<string, number>): Promise<void> {
    if (since.size === 0) return;
    const rows = [...since].map(([coinId, time]) => ({ coin_id: coinId, since: new Date(time) }));
    rows.sort((a, b) => (a.coin_id < b.coin_id ? -1 : 1));
    await this.#db
      .insertInto('history_requests')
      .values(rows)
      .onConflict((oc) =>
        oc.column('coin_id').doUpdateSet({
          since: sql<Date>`least(history_requests.since, excluded.since)`,
        }),
      )
      .execute();
  }

  /** All that is wanted: since when, epoch ms, by coin. */
  async wanted(): Promise<Map<string, number>> {
    const rows = await this.#db.selectFrom('history_requests').selectAll().execute();
    return new Map(rows.map(({ coin_id, since }) => [coin_id, since.getTime()]));
  }

  /** Of every product whose daily history was loaded at all. */
  async reaches(): Promise<DailyReach[]> {
    const rows = await this.#db
      .selectFrom('history_progress')
      .select(['coin_id', 'exchange', 'covered_from', 'first_time'])
      .where('interval', '=', '1d')
      .execute();
    return rows.map(({ coin_id, exchange, covered_from, first_time }) => ({
      ...{ coinId: coin_id, exchange, coveredFrom: covered_from.getTime() },
      firstTime: first_time?.getTime() ?? null,
    }));
  }

  /** A product's daily history reaches back to `coveredFrom` now; its oldest bar is the oldest that is stored. */
  async setReach({ coinId, exchange }: Listing, coveredFrom: number): Promise<void> {
    await this.#db
      .updateTable('history_progress')
      .set((eb) => ({
        covered_from: new Date(coveredFrom),
        first_time: eb
          .selectFrom('candles')
          .select((bars) => bars.fn.min('time').as('first'))
          .where('coin_id', '=', coinId)
          .where('exchange', '=', exchange)
          .where('interval', '=', '1d'),
      }))
      .where('coin_id', '=', coinId)
      .where('exchange', '=', exchange)
      .where('interval', '=', '1d')
      .execute();
  }
}
