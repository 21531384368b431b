import type { Watchlist } from '@tidemark/contracts/watchlist';

/** The list that the star puts coins into: the first. Undefined while there is none. */
export function starredList(lists: readonly Watchlist[] | undefined): Watchlist | undefined {
  return lists?.[0];
}

/** What stands for the first list while it is being made: it has no id yet. */
export const FIRST_LIST: Watchlist = {
  watchlist_id: '',
  name: 'Watchlist',
  position: 0,
  coins: [],
  version: 0,
};

/** Whether a coin is in a list. */
export function isIn(list: Watchlist | undefined, coinId: string): boolean {
  return list?.coins.some((coin) => coin.coin_id === coinId) ?? false;
}

/** A list with a coin at its end, or with another note where it is there; a note that is left out stays. */
export function withCoin(list: Watchlist, coinId: string, note?: string | null): Watchlist {
  if (!isIn(list, coinId)) {
    return { ...list, coins: [...list.coins, { coin_id: coinId, note: note ?? null }] };
  }
  const coins = list.coins.map((coin) =>
    coin.coin_id === coinId && note !== undefined ? { ...coin, note } : coin,
  );
  return { ...list, coins };
}

export function withoutCoin(list: Watchlist, coinId: string): Watchlist {
  return { ...list, coins: list.coins.filter((coin) => coin.coin_id !== coinId) };
}
