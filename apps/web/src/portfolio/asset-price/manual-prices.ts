import type { AssetSetting } from '@tidemark/contracts/portfolio-history';

type ManualPrice = AssetSetting['prices'][number];

/** What was typed as a decimal, with a comma or a point before the decimals; null: it is none. */
export function readPrice(typed: string): string | null {
  const text = typed.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? text : null;
}

/** The prices with another: of its day it takes the place. Oldest first. */
export function withPrice(prices: readonly ManualPrice[], price: ManualPrice): ManualPrice[] {
  const others = prices.filter(({ day }) => day !== price.day);
  return [...others, price].toSorted((a, b) => a.day.localeCompare(b.day));
}
