import { INTERVALS, INTERVAL_MS } from '@tidemark/contracts/candle';
import type { BarRow } from './product-book.ts';
import { barTime, type Bar } from './bar.ts';
import { rollUp } from './rollup.ts';

const LONGER = INTERVALS.filter((interval) => interval !== '1m');

export interface Rebuilt {
  /** Bars whose every minute is closed, final. */
  closed: BarRow[];
  /** The bars that `finalThrough` lies in, as far as they go. */
  open: BarRow[];
}

/**
 * Bars of every longer interval from the closed minutes of [from, finalThrough), oldest first. Bars that open before
 * `from` are left out.
 */
export function rebuildLonger(
  minutes: readonly Bar[],
  from: number,
  finalThrough: number,
): Rebuilt {
  const result: Rebuilt = { closed: [], open: [] };
  for (const interval of LONGER) {
    for (const bar of rollUp(minutes, interval)) {
      if (bar.time < from) continue;
      const final = bar.time + INTERVAL_MS[interval] <= finalThrough;
      (final ? result.closed : result.open).push({ interval, bar: { ...bar, final } });
    }
  }
  return result;
}

/** Where the bars of the longest interval around `from` open: a rebuild needs the minutes since. */
export function rebuildStart(from: number): number {
  return barTime(from, '1d');
}
