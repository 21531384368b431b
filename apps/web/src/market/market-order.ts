import type { Coin } from '@tidemark/contracts/coin';
import type { PriceTick } from '@tidemark/contracts/price';

export type SortKey = 'rank' | 'name' | 'price' | 'change' | 'volume';

export interface Sort {
  key: SortKey;
  descending: boolean;
}

type Ticks = Readonly<Record<string, PriceTick>>;

/** Figures are looked at from the largest, names from A. */
export function firstSort(key: SortKey): Sort {
  return { key, descending: key !== 'name' && key !== 'rank' };
}

/** What another press on a column does: turns it round, then back to the market's own order. */
export function nextSort(now: Sort, key: SortKey): Sort {
  const first = firstSort(key);
  if (now.key !== key) return first;
  if (now.descending === first.descending) return { key, descending: !first.descending };
  return { key: 'rank', descending: false };
}

function figure(tick: PriceTick | undefined, key: SortKey): number | null {
  if (tick === undefined) return null;
  if (key === 'price') return tick.price;
  if (key === 'change') return tick.change_24h_pct;
  return tick.volume_24h;
}

function compareFigures(a: number | null, b: number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return descending ? b - a : a - b;
}

/** The coins in the order asked for; where a figure is missing, the coin comes last either way. */
export function sortCoins(coins: readonly Coin[], ticks: Ticks, sort: Sort): Coin[] {
  const { key, descending } = sort;
  if (key === 'rank') return descending ? coins.toReversed() : [...coins];
  if (key === 'name') {
    const sign = descending ? -1 : 1;
    return coins.toSorted((a, b) => sign * a.name.localeCompare(b.name, 'en'));
  }
  return coins.toSorted((a, b) =>
    compareFigures(figure(ticks[a.coin_id], key), figure(ticks[b.coin_id], key), descending),
  );
}

/** Whether a coin's name, ticker or slug has the text in it. */
export function matchesSearch(coin: Coin, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [coin.name, coin.symbol, coin.coin_id].some((word) => word.toLowerCase().includes(wanted));
}
