import { randomUUID } from 'node:crypto';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { WatchedCoin, WatchlistChange, WatchlistRequest } from '@tidemark/contracts/watchlist';
import type { Kysely, Transaction } from 'kysely';
import type { PortfolioTables } from '../tables.ts';
import { changedMeanwhile, isWanted, type Wanted } from '@tidemark/service/if-match';
import { holdOrder, moved, number } from './watchlist-order.ts';
import { arranged, nameOf, noSuchWatchlist, withCoin } from './watchlist.ts';
import type { AskedCoin, WatchlistRow } from './watchlist.ts';

/** Of an account. */
const MAX_WATCHLISTS = 20;

type Trx = Transaction<PortfolioTables>;

/**
 * Watchlists of accounts. Each change holds the list, so that of two at once the second sees the first; what adds, moves or
 * removes a list holds the order of the account's lists before.
 */
export class WatchlistStore {
  readonly #db: Kysely<PortfolioTables>;

  constructor(db: Kysely<PortfolioTables>) {
    this.#db = db;
  }

  /** As the last one. @throws TidemarkError CONFLICT past 20 */
  async create(trx: Trx, userId: string, wanted: WatchlistRequest): Promise<WatchlistRow> {
    const asked = (wanted.coins ?? []).map((coin_id) => ({ coin_id }));
    const values = { name: nameOf(wanted.name), coins: arranged(asked, []) };
    const { length: position } = await holdOrder(trx, userId);
    if (position >= MAX_WATCHLISTS) {
      const message = `An account has at most ${MAX_WATCHLISTS} watchlists; delete one first.`;
      throw new TidemarkError('CONFLICT', message);
    }
    return trx
      .insertInto('watchlists')
      .values({ id: randomUUID(), user_id: userId, position, ...columnsOf(values) })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** In their order. */
  list(userId: string): Promise<WatchlistRow[]> {
    return this.#db
      .selectFrom('watchlists')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('position')
      .execute();
  }

  find(userId: string, id: string): Promise<WatchlistRow | undefined> {
    return this.#db
      .selectFrom('watchlists')
      .selectAll()
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .executeTakeFirst();
  }

  /** @throws TidemarkError PRECONDITION_FAILED where it has another version */
  change(
    { id, user_id: userId }: WatchlistRow,
    wanted: Wanted,
    { name, coins, position }: WatchlistChange,
  ): Promise<WatchlistRow> {
    return this.#db.transaction().execute(async (trx) => {
      const ids = position === undefined ? [] : await holdOrder(trx, userId);
      const before = await hold(trx, id, wanted);
      const after = await write(trx, before, {
        name: name === undefined ? before.name : nameOf(name),
        coins: coins === undefined ? before.coins : arranged(coins, before.coins),
      });
      if (position === undefined || ids.indexOf(id) === position) return after;
      await number(trx, moved(ids, id, position));
      return hold(trx, id, null);
    });
  }

  /** For good. @throws TidemarkError PRECONDITION_FAILED where it has another version */
  remove({ id, user_id: userId }: WatchlistRow, wanted: Wanted): Promise<void> {
    return this.#db.transaction().execute(async (trx) => {
      const ids = await holdOrder(trx, userId);
      await hold(trx, id, wanted);
      await trx.deleteFrom('watchlists').where('id', '=', id).execute();
      await number(
        trx,
        ids.filter((other) => other !== id),
      );
    });
  }

  /** With the coin in it; nothing changes where it is there already. @throws TidemarkError CONFLICT past 200 coins */
  put(list: WatchlistRow, coin: AskedCoin): Promise<WatchlistRow> {
    return this.#rewrite(list, (coins) => withCoin(coins, coin));
  }

  /** Without the coin; nothing changes where it is not there. */
  take(list: WatchlistRow, coinId: string): Promise<WatchlistRow> {
    return this.#rewrite(list, (coins) => coins.filter(({ coin_id }) => coin_id !== coinId));
  }

  #rewrite(
    { id }: WatchlistRow,
    next: (coins: readonly WatchedCoin[]) => WatchedCoin[],
  ): Promise<WatchlistRow> {
    return this.#db.transaction().execute(async (trx) => {
      const before = await hold(trx, id, null);
      return write(trx, before, { name: before.name, coins: next(before.coins) });
    });
  }
}

/** Locks the list until the end of the transaction. @throws TidemarkError PRECONDITION_FAILED, RESOURCE_NOT_FOUND */
async function hold(trx: Trx, id: string, wanted: Wanted): Promise<WatchlistRow> {
  const row = await trx
    .selectFrom('watchlists')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw noSuchWatchlist();
  if (!isWanted(wanted, row)) throw changedMeanwhile();
  return row;
}

type Values = Pick<WatchlistRow, 'name' | 'coins'>;

/** What is as it was is not written, and its version stays. */
async function write(trx: Trx, before: WatchlistRow, values: Values): Promise<WatchlistRow> {
  const columns = columnsOf(values);
  const { name, coins } = columnsOf(before);
  if (columns.name === name && columns.coins === coins) return before;
  return trx
    .updateTable('watchlists')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** JSON of the same letters for what is the same: JSONB has an order of its own. */
function columnsOf({ name, coins }: Values) {
  return { name, coins: JSON.stringify(coins.map(({ coin_id, note }) => ({ coin_id, note }))) };
}
