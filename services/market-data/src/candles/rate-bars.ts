import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Bar } from './candle.ts';

/** A bar whose rate is missing takes the nearest earlier one within this many bars and at least a day. */
const REACH_BARS = 60;

/** How far a rate holds at an interval, ms. */
export function rateReach(interval: Interval): number {
  return Math.max(REACH_BARS * INTERVAL_MS[interval], INTERVAL_MS['1d']);
}

/** What turns a venue's prices into USD. */
export interface Rate {
  /** USD per unit of the quote currency. */
  value: number;
  /** No later trade can change it. */
  settled: boolean;
}

/**
 * The rate at the times of bars: the close of the rate's own bar, or of the nearest one before it within reach; at the
 * beginning of what is known, of the first one.
 * @param bars oldest first, with the one before the first time that is asked for, if there is one
 * @param finalThrough up to where the rate's minutes are closed, epoch ms
 */
export function rateBars(
  bars: readonly Bar[],
  interval: Interval,
  finalThrough: number,
): (time: number) => Rate | null {
  const reach = rateReach(interval);
  const length = INTERVAL_MS[interval];
  return (time) => {
    const after = firstAfter(bars, time);
    const bar = bars[after - 1] ?? bars[0];
    if (!bar || Math.abs(bar.time - time) > reach) return null;
    // Minutes close in their order: what has closed later proves that nothing more comes before it.
    const closed = bar.time === time ? bar.final : bars[after]?.final === true;
    const settled = closed || time + length <= finalThrough;
    return { value: Number(bar.close), settled };
  };
}

/** Index of the first bar that opens after `time`. */
function firstAfter(bars: readonly Bar[], time: number): number {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.time ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
