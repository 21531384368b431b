import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Provenance } from '@tidemark/contracts/analytics';
import type { ClosedSeries } from '../series/closed-series.ts';

/** What an answer says of its origin before it is known when, and of which market, it is given. */
export type Origin = Omit<Provenance, 'simulated' | 'stale'>;

/** The origin of what is made of a series' bars from an index on. */
export function originOf(series: ClosedSeries, from: number, formula: string): Origin {
  const { bars, interval, newest } = series;
  const index = Math.min(Math.max(0, from), bars.length);
  return {
    interval,
    samples: bars.length - index,
    missing: series.missingFrom(index),
    gaps: bars.gapsFrom(index),
    last_bar_time: newest,
    formula,
  };
}

/** A bar may be this late, ms: it closes when the venues have proven that nothing of it is missing. */
const LATE_MS = 60_000;

/** Whether newer bars than the last should be there at `now`, epoch ms. */
export function isStale({ interval, last_bar_time }: Origin, now: number): boolean {
  return last_bar_time === null || last_bar_time + 2 * INTERVAL_MS[interval] + LATE_MS < now;
}
