import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Gap } from './product-book.ts';

/** What is known of a product's stored candles where there are none. Times are epoch ms. */
export interface Coverage {
  /** All minutes before this are closed. */
  finalThrough: number;
  /** Since when every minute is known. */
  completeFrom: number;
  /** Recorded stretches whose trades are missing. */
  gaps: readonly Gap[];
  /** Intervals whose history was asked for, and from when on. */
  histories: ReadonlyMap<Interval, number>;
}

/** A product that was never followed. */
export const NOT_FOLLOWED: Coverage = {
  finalThrough: 0,
  completeFrom: Infinity,
  gaps: [],
  histories: new Map(),
};

/** Which history a bar of an interval comes from. */
const HISTORY: Readonly<Record<Interval, Interval>> = {
  '1m': '1m',
  '5m': '1m',
  '15m': '1m',
  '1h': '1h',
  '4h': '1h',
  '1d': '1d',
};

/** Whether nothing was traded in a bar without a candle, rather than not known. */
export function isQuiet(coverage: Coverage, interval: Interval, time: number): boolean {
  const end = time + INTERVAL_MS[interval];
  if (end > coverage.finalThrough) return false;
  if (coverage.gaps.some((gap) => gap.from < end && gap.to > time)) return false;
  const asked = coverage.histories.get(HISTORY[interval]);
  if (time >= coverage.completeFrom) return true;
  // Days go back further where somebody asks, at one venue after the other; the rest begins alike at all.
  return asked !== undefined && (interval !== '1d' || time >= asked);
}
