import type { SimTrade } from '../sim-trade.ts';
import { MINUTE_MS } from './levels.ts';
import type { MinuteTrades } from './minute-trades.ts';
import { barOfFirst, countUntil, tradeAt } from './minute-view.ts';
import type { ProductTree } from './product-tree.ts';
import { type Bar, extendBar } from './span.ts';

/** The candle over [from, to) as it stands at `now`; undefined when nothing was traded in it yet. */
export function barUntil(
  tree: ProductTree,
  from: number,
  to: number,
  now: number,
): Bar | undefined {
  const current = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const bar = tree.bar(from, Math.min(to, current));
  if (to <= current || from > now) return bar;
  const minute = tree.minute(current);
  const count = minute ? countUntil(minute, now) : 0;
  if (!minute || count === 0) return bar;
  const open = barOfFirst(minute, count);
  if (!bar) return open;
  extendBar(bar, open);
  return bar;
}

/** The newest trade at `now`: its minute and its place in it. */
export function lastMinute(
  tree: ProductTree,
  now: number,
): { minute: MinuteTrades; index: number } | undefined {
  const current = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  for (const start of [current, current - MINUTE_MS]) {
    const minute = tree.minute(start);
    const count = minute ? countUntil(minute, now) : 0;
    if (minute && count > 0) return { minute, index: count - 1 };
  }
  return undefined;
}

/** Up to `limit` wanted trades from minute `first` to the time `until`, oldest first. */
export function collectTrades(
  tree: ProductTree,
  first: number,
  until: number,
  limit: number,
  wanted: (trade: SimTrade) => boolean,
): SimTrade[] {
  const trades: SimTrade[] = [];
  for (const { minute, count } of minutesUntil(tree, first, until)) {
    for (let i = 0; i < count && trades.length < limit; i += 1) {
      const trade = tradeAt(minute, i, tree.product.listing);
      if (wanted(trade)) trades.push(trade);
    }
    if (trades.length >= limit) break;
  }
  return trades;
}

/** The minutes from `first`, and how many trades of each are at or before `until`. */
export function* minutesUntil(
  tree: ProductTree,
  first: number,
  until: number,
): Generator<{ minute: MinuteTrades; count: number }> {
  for (let start = first; start <= until; start += MINUTE_MS) {
    const minute = tree.minute(start);
    if (minute) yield { minute, count: countUntil(minute, until) };
  }
}
