import { mean, standardDeviation, type Values } from './moments.ts';
import { normalQuantile } from './normal-quantile.ts';
import { quantile } from './quantile.ts';

/** Losses are positive, as risk reports write them: 0.05 is a loss of 5 % of the value. Below 0: even the bad case is a gain. */
export interface HistoricalLoss {
  /** `var-historical`: the loss that a bar exceeds in one case of 1 / (1 − level), by what was. */
  readonly valueAtRisk: number;
  /** `expected-shortfall`: mean loss of the bars at least as bad as that. Never below the value at risk. */
  readonly expectedShortfall: number;
}

/** Returns needed at a level: as many as let one be expected beyond it. 20 at 95 %, 100 at 99 %. */
export function minimumReturns(level: number): number {
  return Math.ceil(Number((1 / (1 - level)).toFixed(6)));
}

/**
 * Historical value at risk and expected shortfall of one bar, from returns as they were: no distribution is assumed. Value
 * at risk is minus the (1 − level) quantile, Hyndman and Fan's type 7; the shortfall is minus the mean of the
 * returns up to that quantile (the tail mean of Acerbi and Tasche 2002, every such return counting fully). Null below `minimumReturns`.
 *
 * @param returns simple returns of single bars, as fractions, in any order
 * @param level such as 0.95
 */
export function historicalLoss(returns: Values, level: number): HistoricalLoss | null {
  if (returns.length < minimumReturns(level)) return null;
  return lossOfSorted(Float64Array.from(returns).sort(), returns.length, level);
}

/** The same of the first `count` values of an array that is sorted upwards, one at least. */
export function lossOfSorted(sorted: Float64Array, count: number, level: number): HistoricalLoss {
  const edge = quantile(sorted, 1 - level, count);
  let [sum, beyond] = [0, 0];
  while (beyond < count && (sorted[beyond] as number) <= edge) {
    sum += sorted[beyond] as number;
    beyond += 1;
  }
  // The mean of values up to the edge can exceed it by a rounding alone.
  return { valueAtRisk: -edge, expectedShortfall: -Math.min(sum / beyond, edge) };
}

/**
 * `var-normal`, variance-covariance: −(mean + deviation × quantile(1 − level)) of a normal distribution fitted to the
 * returns (Jorion, "Value at Risk", 1996), with the sample's deviation. It takes crypto's fat tails for thin ones; so it stands beside
 * the historical one. Null below two returns.
 */
export function normalValueAtRisk(returns: Values, level: number): number | null {
  const deviation = standardDeviation(returns, 'sample');
  return deviation === null ? null : -(mean(returns) + deviation * normalQuantile(1 - level));
}
