import type { Indicators, IndicatorSeries } from '@tidemark/contracts/analytics';
import type { IndicatorCall } from '@tidemark/indicators/indicator-call';
import type { ClosedSeries } from '../series/closed-series.ts';
import { indicatorReadings } from './indicator-readings.ts';
import { originOf } from '../figures/provenance.ts';
import { needBars } from '../figures/too-little.ts';

export type IndicatorsAnswer = Omit<Indicators, 'simulated' | 'stale'>;

/**
 * Indicators at each of the newest `limit` closed bars; null where one is not warm yet.
 * @throws TidemarkError INSUFFICIENT_DATA when there is no bar at all
 */
export function indicatorsOf(
  series: ClosedSeries,
  calls: readonly IndicatorCall[],
  limit: number,
): IndicatorsAnswer {
  const { bars } = series;
  needBars('An indicator', bars.length, 1);
  const first = Math.max(0, bars.length - limit);
  return {
    coin_id: series.coinId,
    times: [...bars.column('time').subarray(first)],
    indicators: calls.map((call) => indicatorSeries(series, call, first)),
    ...originOf(series, 0, 'indicators'),
  };
}

function indicatorSeries(
  { bars }: ClosedSeries,
  { kind, parameters, text }: IndicatorCall,
  first: number,
): IndicatorSeries {
  const values = indicatorReadings(kind, parameters, bars)
    .slice(first)
    .map((reading) => [...reading]);
  const newest = values.at(-1) ?? [];
  return {
    name: text,
    title: kind.title,
    formula: kind.formula,
    parameters: Object.fromEntries(
      kind.parameters.map(({ name }, i) => [name, parameters[i] ?? 0]),
    ),
    outputs: [...kind.outputs],
    warm_up: kind.warmUp(parameters),
    latest: Object.fromEntries(kind.outputs.map((output, i) => [output, newest[i] ?? null])),
    values,
  };
}
