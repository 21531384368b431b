import type { CorrelationOf } from '@tidemark/contracts/analytics';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { ClosedSeries } from '../series/closed-series.ts';
import { allLacking, originOf, type Origin } from './provenance.ts';

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
