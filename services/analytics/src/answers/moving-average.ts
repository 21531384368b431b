import type { MovingAverage, MovingAverageType } from '@tidemark/contracts/analytics';
import { kindOf } from '@tidemark/indicators/catalogue';
import type { ClosedSeries } from '../series/closed-series.ts';
import { indicatorReadings } from './indicator-readings.ts';
import { originOf, type Origin } from '../figures/provenance.ts';
import { needBars } from '../figures/too-little.ts';

export type MovingAverageAnswer = Omit<MovingAverage, 'simulated' | 'stale'>;

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
): MovingAverageAnswer {
  const { bars } = series;
  const kind = kindOf(type);
  if (!kind) throw new Error(`no indicator ${type}`);
  needBars(`${type.toUpperCase()}(${period})`, bars.length, period);
  const readings = indicatorReadings(kind, [period], bars);
  const first = Math.max(0, bars.length - limit);
  const values = readings.slice(first).map((reading, i) => ({
    time: bars.at(first + i).time,
    value: reading[0] ?? null,
  }));
  const used: Origin = originOf(series, type === 'ema' ? 0 : bars.length - period, kind.formula);
  return {
    ...{ coin_id: series.coinId, type, period },
    latest: values.at(-1)?.value ?? null,
    values,
    ...used,
  };
}
