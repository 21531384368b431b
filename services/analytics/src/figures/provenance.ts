import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { EXCHANGES } from '@tidemark/contracts/exchange';
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
    lacking: bars.lackingFrom(index),
    last_bar_time: newest,
    formula,
  };
}

/** How many bars each venue is lacking in, in several series together. */
export function allLacking(each: readonly Origin['lacking'][]): Origin['lacking'] {
  const all = each.flat();
  return EXCHANGES.map((exchange) => ({
    exchange,
    bars: all.reduce((sum, one) => sum + (one.exchange === exchange ? one.bars : 0), 0),
  })).filter(({ bars }) => bars > 0);
}

/**
 * A bar may be this late, ms: it closes when the venues have proven that nothing of it is missing, or without one that is
 * away when the other has closed the minute after it.
 */
const LATE_MS = 120_000;

/** Whether newer bars than the last should be there at `now`, epoch ms. */
export function isStale({ interval, last_bar_time }: Origin, now: number): boolean {
  return last_bar_time === null || last_bar_time + 2 * INTERVAL_MS[interval] + LATE_MS < now;
}
