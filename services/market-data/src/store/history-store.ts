import type { Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Database } from '@tidemark/database/database';
import type { Kysely } from 'kysely';
import type { Listing } from '../coins/listing.ts';
import type { MarketTables } from '../tables.ts';

/** Which histories were back-filled, and how far. */
export class HistoryStore {
  readonly #db: Kysely<MarketTables>;

  constructor(database: Database) {
    this.#db = database.as<MarketTables>();
  }

  /**
   * The histories of a venue that are complete, by `historyKey`: they were back-filled, and their oldest bar, or an
   * older one, is stored. Where it is not known which that is, it is the one that the history was to begin with.
   */
  async complete(exchange: Exchange): Promise<Set<string>> {
    const rows = await this.#db
      .selectFrom('history_progress as history')
      .select(['history.coin_id', 'history.interval'])
      .where('history.exchange', '=', exchange)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('candles')
            .select('candles.time')
            .whereRef('candles.coin_id', '=', 'history.coin_id')
            .whereRef('candles.exchange', '=', 'history.exchange')
            .whereRef('candles.interval', '=', 'history.interval')
            .whereRef('candles.time', '<=', (ref) =>
              ref.fn.coalesce('history.first_time', 'history.covered_from'),
            ),
        ),
      )
      .execute();
    return new Set(rows.map((row) => historyKey({ coinId: row.coin_id, exchange }, row.interval)));
  }

  /** A history is stored from `coveredFrom` on; `firstTime` is the oldest bar that the venue has of it. Epoch ms. */
  async setComplete(
    listing: Listing,
    interval: Interval,
    { coveredFrom, firstTime }: { coveredFrom: number; firstTime: number },
  ): Promise<void> {
    const reach = { covered_from: new Date(coveredFrom), first_time: new Date(firstTime) };
    await this.#db
      .insertInto('history_progress')
      .values({ coin_id: listing.coinId, exchange: listing.exchange, interval, ...reach })
      .onConflict((oc) => oc.columns(['coin_id', 'exchange', 'interval']).doUpdateSet(reach))
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
