import { INTERVALS, INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { BarRow } from '../trades/product-book.ts';
import { barTime, type Bar } from './candle.ts';
import { rollUp } from './rollup.ts';

const LONGER = INTERVALS.filter((interval) => interval !== '1m');

export interface Rebuilt {
  /** Bars whose every minute is closed, final. */
  closed: BarRow[];
  /** The bars that `finalThrough` lies in, as far as they go. */
  open: BarRow[];
}

/**
 * Bars of every longer interval from closed minutes (oldest first). `coveredFrom` is where the minutes begin to be
 * complete and `finalThrough` where they end, epoch ms; bars that open before `coveredFrom` are left out.
 */
export function rebuildLonger(
  minutes: readonly Bar[],
  coveredFrom: number,
  finalThrough: number,
): Rebuilt {
  const result: Rebuilt = { closed: [], open: [] };
  for (const interval of LONGER) {
    for (const bar of rollUp(minutes, interval)) {
      if (bar.time < coveredFrom) continue;
      const final = bar.time + INTERVAL_MS[interval] <= finalThrough;
      (final ? result.closed : result.open).push({ interval, bar: { ...bar, final } });
    }
  }
  return result;
}

/** Where the bar of the longest interval around `from` opens: the minutes a rebuild of it needs begin there. */
export function rebuildStart(from: number, coveredFrom: number): number {
  return Math.max(barTime(from, longest()), Math.min(coveredFrom, from));
}

function longest(): Interval {
  return LONGER.at(-1) ?? '1d';
}
