import type {
  Indicators,
  IndicatorSeries,
  MovingAverage,
  MovingAverageType,
} from '@tidemark/contracts/analytics';
import { kindOf } from '@tidemark/indicators/catalogue';
import type { IndicatorCall } from '@tidemark/indicators/indicator-call';
import { overSeries } from '@tidemark/indicators/streaming';
import { needBars } from '../figures/period-bars.ts';
import { originOf, type Origin, type Undated } from '../figures/provenance.ts';
import type { ClosedSeries } from '../series/closed-series.ts';

/**
 * Indicators at each of the newest `limit` closed bars; null where one is not warm yet.
 * @throws TidemarkError INSUFFICIENT_DATA when there is no bar at all
 */
export function indicatorsOf(
  series: ClosedSeries,
  calls: readonly IndicatorCall[],
  limit: number,
): Undated<Indicators> {
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
  const values = overSeries(kind.create(parameters), bars)
    .slice(first)
    .map((reading) => [...(reading ?? [])]);
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

export interface MovingAverageQuery {
  type: MovingAverageType;
  /** Bars. */
  period: number;
  /** Newest values that are given. */
  limit: number;
}

/**
 * A moving average of the closes, at each of the newest closed bars. Bars that do not exist are not counted: an average of
 * 20 is over the 20 bars before. `samples` are the bars that the fold began with, of which the last value is made.
 * @throws TidemarkError INSUFFICIENT_DATA when there are fewer bars than the period
 */
export function movingAverage(
  series: ClosedSeries,
  { type, period, limit }: MovingAverageQuery,
): Undated<MovingAverage> {
  const { bars } = series;
  const kind = kindOf(type);
  if (!kind) throw new Error(`no indicator ${type}`);
  needBars(`${type.toUpperCase()}(${period})`, bars.length, period);
  const readings = overSeries(kind.create([period]), bars);
  const first = Math.max(0, bars.length - limit);
  const values = readings.slice(first).map((reading, i) => ({
    time: bars.at(first + i).time,
    value: reading?.[0] ?? null,
  }));
  const used: Origin = originOf(series, type === 'ema' ? 0 : bars.length - period, kind.formula);
  return {
    ...{ coin_id: series.coinId, type, period },
    latest: values.at(-1)?.value ?? null,
    values,
    ...used,
  };
}
