import { TidemarkError } from '@tidemark/contracts/errors';
import { MAX_WATCHED_COINS, type WatchedCoin, type Watchlist } from '@tidemark/contracts/watchlist';
import type { Selectable } from 'kysely';
import { refusedFields } from '@tidemark/service/refused-fields';
import type { PortfolioTables } from '../tables.ts';

/** A watchlist as it is stored. */
export type WatchlistRow = Selectable<PortfolioTables['watchlists']>;

export function toWatchlist({ id, name, position, coins, version }: WatchlistRow): Watchlist {
  return { watchlist_id: id, name, position, coins, version };
}

/** A coin as somebody names it; a note that is left out stays as it is. */
export type AskedCoin = Pick<WatchedCoin, 'coin_id'> & { note?: string | null | undefined };

/**
 * The coins in a new order, with the notes that they have where no other is given.
 * @throws TidemarkError INVALID_REQUEST naming the field of a coin that is there twice
 */
export function arranged(
  asked: readonly AskedCoin[],
  before: readonly WatchedCoin[],
): WatchedCoin[] {
  const twice = asked.flatMap(({ coin_id }, i) =>
    asked.findIndex((other) => other.coin_id === coin_id) < i
      ? [{ field: `body.coins.${i}`, reason: `names ${coin_id} again` }]
      : [],
  );
  if (twice.length > 0) throw refusedFields(twice);
  const notes = new Map(before.map(({ coin_id, note }) => [coin_id, note]));
  return asked.map(({ coin_id, note = notes.get(coin_id) ?? null }) => ({
    coin_id,
    note: wordsOf(note),
  }));
}

/**
 * With the coin: at its place, or as the last one.
 * @throws TidemarkError CONFLICT past 200 coins
 */
export function withCoin(coins: readonly WatchedCoin[], asked: AskedCoin): WatchedCoin[] {
  const { coin_id, note } = asked;
  if (coins.some((coin) => coin.coin_id === coin_id)) {
    if (note === undefined) return [...coins];
    return coins.map((coin) =>
      coin.coin_id === coin_id ? { coin_id, note: wordsOf(note) } : coin,
    );
  }
  if (coins.length >= MAX_WATCHED_COINS) {
    throw new TidemarkError('CONFLICT', `A watchlist has at most ${MAX_WATCHED_COINS} coins.`);
  }
  return [...coins, { coin_id, note: wordsOf(note ?? null) }];
}

/** A blank note is none. */
function wordsOf(note: string | null): string | null {
  return note?.trim() || null;
}

/** @throws TidemarkError INVALID_REQUEST for a blank one */
export function nameOf(given: string): string {
  const name = given.trim();
  if (name === '') throw refusedFields([{ field: 'body.name', reason: 'must not be blank' }]);
  return name;
}

export function noSuchWatchlist(): TidemarkError {
  return new TidemarkError('RESOURCE_NOT_FOUND', 'No such watchlist.');
}
