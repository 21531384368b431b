import type { PriceUpdate } from '@tidemark/contracts/price';
import { PriceWindow } from './moves.ts';
import type { MinuteRange } from './recent-ranges.ts';
import type { Point } from './watch.ts';
import { mirrored, type WatchedQuantity } from './watch-of.ts';

const MINUTE = 60_000;

/** What quantities are made of. */
export type Tick = Pick<
  PriceUpdate,
  'told_at' | 'price' | 'low' | 'high' | 'change_24h_pct' | 'sources'
>;

/** Makes points of a coin's quantity out of its prices, one after the other. */
export interface Quantity {
  /** Null: it is not known of this price. */
  point(tick: Tick, isAfterGap: boolean): Point | null;
  /** Begins anew with what is known of the time before, the oldest first. */
  seed(minutes: readonly MinuteRange[]): void;
}

export function createQuantity(watched: WatchedQuantity): Quantity {
  const plain = plainQuantity(watched);
  if (!watched.isMirrored) return plain;
  return {
    point(tick, isAfterGap) {
      const point = plain.point(tick, isAfterGap);
      return point && mirrored(point);
    },
    seed: (minutes) => plain.seed(minutes),
  };
}

const unseeded = { seed: () => undefined };

function plainQuantity({ quantity, window, isMirrored }: WatchedQuantity): Quantity {
  switch (quantity) {
    case 'price':
      return {
        ...unseeded,
        point: ({ told_at: at, price: value, low, high }, isAfterGap) => ({
          ...{ at, value, low, high, isAfterGap },
        }),
      };
    case 'change_24h':
      return {
        ...unseeded,
        point: (tick, isAfterGap) => level(tick, tick.change_24h_pct, isAfterGap),
      };
    case 'spread':
      return { ...unseeded, point: (tick, isAfterGap) => level(tick, spreadOf(tick), isAfterGap) };
    case 'move':
      return moveQuantity(window, isMirrored);
  }
}

/** What is known of the moment alone. */
function level({ told_at: at }: Tick, value: number | null, isAfterGap: boolean) {
  return value === null ? null : { at, value, low: value, high: value, isAfterGap };
}

/** How far the venues' prices are apart, percent of their middle; null where fewer than two are fresh. */
export function spreadOf({ sources }: Pick<Tick, 'sources'>): number | null {
  const prices = sources.flatMap(({ status, price }) =>
    price !== null && (status === 'used' || status === 'outlier') ? [price] : [],
  );
  if (prices.length < 2) return null;
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const middle = (low + high) / 2;
  return middle > 0 ? ((high - low) / middle) * 100 : null;
}

/**
 * Percent from the lowest price within the window to where the price is, or from the highest where a fall is watched.
 * What a price reached on the way counts too, against what was there before it.
 */
function moveQuantity(window: number, isFall: boolean): Quantity {
  const length = window * MINUTE;
  let prices = new PriceWindow(length);
  return {
    seed(minutes) {
      prices = new PriceWindow(length);
      for (const { time, low, high } of minutes) prices.add(time, low, high);
    },
    point({ told_at: at, price, low, high }, isAfterGap) {
      const before = isFall ? prices.high : prices.low;
      prices.add(at, low, high);
      const from = isFall ? prices.high : prices.low;
      if (!(from > 0)) return null;
      const percent = (to: number, of: number) => (to / of - 1) * 100;
      const value = percent(price, from);
      const reached = before > 0 ? percent(isFall ? low : high, before) : value;
      return {
        ...{ at, value, isAfterGap },
        low: Math.min(value, reached),
        high: Math.max(value, reached),
      };
    },
  };
}
