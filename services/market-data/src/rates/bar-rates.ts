import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Bar } from '../book/bar.ts';
import { isQuiet, type Coverage } from '../book/coverage.ts';
import { implied, lastKnown, PEG, throughUsdc, traded, type DollarRate } from './dollar-rate.ts';

/** A bar of the rate that is quiet takes the nearest earlier one within this many bars and at least a day. */
const REACH_BARS = 60;
/** While it is not known whether it is quiet, within this, ms, or one bar. */
const RECENT = 10 * 60_000;
/** What was traded for the first time stands for what was before it so long, ms: coins tell of longer ago. */
const BEFORE_FIRST = INTERVAL_MS['1d'];

/** How far a rate holds at an interval, ms. */
export function rateReach(interval: Interval): number {
  return Math.max(REACH_BARS * INTERVAL_MS[interval], INTERVAL_MS['1d']);
}

/** What turns a venue's prices in one bar into USD. */
export interface BarRate extends DollarRate {
  /** No later trade of USDT can change it. */
  closed: boolean;
}

/** What the rate's own product has: bars oldest first, with the one before the first time that is asked for. */
export interface RateProduct {
  bars: readonly Bar[];
  coverage: Coverage;
}

/** Other bars that tell of the rate, of the same interval. */
export interface RateWitnesses {
  usdcInUsdt: readonly Bar[];
  /** Bars of coins that are traded in either currency. */
  pairs: readonly { usd: readonly Bar[]; usdt: readonly Bar[] }[];
}

/**
 * The rate that USDT's own product gives a bar: the close of its own bar; where it is quiet, of the nearest one before it
 * within reach, or on the day before the first one of that. Null where it was not seen.
 */
export function productRate(
  { bars, coverage }: RateProduct,
  interval: Interval,
): (time: number) => BarRate | null {
  const recent = Math.max(RECENT, INTERVAL_MS[interval]);
  return (time) => {
    const after = firstAfter(bars, time);
    const bar = bars[after - 1] ?? bars[0];
    if (bar === undefined) return null;
    const closed = isClosed({ bars, coverage }, interval, time);
    const reach = bar.time > time ? BEFORE_FIRST : rateReach(interval);
    if (Math.abs(time - bar.time) > (closed ? reach : recent)) return null;
    return { ...traded(Number(bar.close)), closed };
  };
}

/** Whether no later trade of a product can change its bar, or that it has none. */
export function isClosed(
  { bars, coverage }: RateProduct,
  interval: Interval,
  time: number,
): boolean {
  const bar = bars[firstAfter(bars, time) - 1];
  return bar?.time === time ? bar.final : isQuiet(coverage, interval, time);
}

/** The rate in a bar where USDT's own product tells none, by the first witness that has something to say. */
export function witnessedRate(
  product: RateProduct,
  witnesses: RateWitnesses,
  interval: Interval,
): (time: number) => BarRate {
  return (time) => {
    const closed = isClosed(product, interval, time);
    const inUsdt = closeAt(witnesses.usdcInUsdt, time);
    const ratios = witnesses.pairs.flatMap(({ usd, usdt }) => {
      const [dollars, tethers] = [closeAt(usd, time), closeAt(usdt, time)];
      return dollars !== null && tethers !== null ? [dollars / tethers] : [];
    });
    const said = implied(ratios) ?? (inUsdt === null ? null : throughUsdc(inUsdt));
    return { ...(said ?? lastOf(product.bars, time)), closed };
  };
}

/** The nearest rate that is known, before the time or else after it. */
function lastOf(bars: readonly Bar[], time: number): DollarRate {
  const bar = bars[firstAfter(bars, time) - 1] ?? bars[0];
  return bar ? lastKnown(Number(bar.close), Math.abs(time - bar.time)) : PEG;
}

function closeAt(bars: readonly Bar[], time: number): number | null {
  const bar = bars[firstAfter(bars, time) - 1];
  return bar?.time === time ? Number(bar.close) : null;
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
