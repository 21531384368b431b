import type { Provenance, CorrelationOf } from '@tidemark/contracts/analytics';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { EXCHANGES } from '@tidemark/contracts/exchange';
import type { ClosedSeries } from '../series/closed-series.ts';

/** An answer before it is known when, and of which market, it is given. */
export type Undated<A extends Provenance> = Omit<A, 'simulated' | 'stale'>;

/** What an answer says of its origin. */
export type Origin = Undated<Provenance>;

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

export const CORRELATION_FORMULAS: Readonly<Record<CorrelationOf, string>> = {
  returns: 'pearson-log-returns',
  prices: 'pearson-prices',
};

/** The origin of what is made of several series together: as many samples as they have in common. */
export function pairOrigin(
  series: readonly [ClosedSeries, ...ClosedSeries[]],
  from: number,
  samples: number,
  formula: string,
  of: CorrelationOf,
): Origin {
  const [first] = series;
  const each = series.map((one) => originOf(one, one.bars.indexAt(from), formula));
  const newest = each.map(({ last_bar_time }) => last_bar_time ?? -Infinity);
  const last = Math.min(...newest);
  const oldest = Math.max(...series.map((one) => firstTime(one, from)));
  const span = Math.round((last - oldest) / INTERVAL_MS[first.interval]) + 1;
  const possible = of === 'returns' ? span - 1 : span;
  return {
    interval: first.interval,
    samples,
    missing: Number.isFinite(possible) ? Math.max(0, possible - samples) : 0,
    gaps: each.reduce((sum, { gaps }) => sum + gaps, 0),
    lacking: allLacking(each.map(({ lacking }) => lacking)),
    last_bar_time: Number.isFinite(last) ? last : null,
    formula,
  };
}

function firstTime({ bars }: ClosedSeries, from: number): number {
  const index = bars.indexAt(from);
  return index < bars.length ? bars.at(index).time : Infinity;
}
