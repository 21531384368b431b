import type { AlertCondition, AlertQuantity } from '@tidemark/contracts/alert';
import type { Point, Watch } from './watch.ts';

/** What of an alert says when it fires. Times in seconds, percent. */
export interface Terms {
  condition: AlertCondition;
  recurring: boolean;
  hysteresis_pct: number;
  cooldown_s: number;
}

/** Which quantity of a coin is watched: `price`, or `move` of so many minutes and so on. */
export interface WatchedQuantity {
  quantity: AlertQuantity;
  /** Minutes; 0 where the quantity has no window. */
  window: number;
  /** Whether it is watched upside down: what falls to its bound rises to it. */
  isMirrored: boolean;
}

export function quantityOf({ quantity, direction, window_min }: AlertCondition): WatchedQuantity {
  const isMirrored = direction === 'below' || direction === 'crosses_below';
  return { quantity, window: quantity === 'move' ? (window_min ?? 60) : 0, isMirrored };
}

/** The watch that an alert keeps on each of its coins. @param expiresAt epoch ms; null: never */
export function watchOf(
  { condition, recurring, hysteresis_pct: pct, cooldown_s }: Terms,
  expiresAt: number | null,
): Watch {
  const { isMirrored } = quantityOf(condition);
  const bound = isMirrored ? -condition.bound : condition.bound;
  return {
    bound,
    rearm: bound - (Math.abs(condition.bound) * pct) / 100,
    crosses: condition.direction.startsWith('crosses'),
    forMs: (condition.for_s ?? 0) * 1_000,
    recurring,
    cooldownMs: cooldown_s * 1_000,
    expiresAt,
  };
}

/** A point as a watch sees it that waits for a fall. */
export function mirrored({ at, value, low, high, isAfterGap }: Point): Point {
  return { at, value: -value, low: -high, high: -low, isAfterGap };
}
