import { percent } from '@tidemark/indicators/indicator-kind';
import { mean, standardDeviation, type Values } from './moments.ts';
import { logReturns } from './returns.ts';
import type { Series } from './series.ts';
import { periodsPerYear } from './growth.ts';

/** How far prices lie from their average. */
export interface Volatility {
  /** Average price. */
  readonly sma: number;
  /** In price. */
  readonly volatility: number;
  /** In percent of the average. */
  readonly volatilityPct: number;
}

export interface RealizedVolatility {
  /** A year's, as a fraction: 0.65 is 65 %. */
  readonly annualized: number;
  /** Returns that it was computed from. */
  readonly samples: number;
  /** Returns that holes have cost. */
  readonly missing: number;
}

/**
 * `volatility-population`: sqrt(Σ(P_i − SMA)² / n) of the closes that exist. The deviation around their own average, so a
 * steady rise is volatile too; see {@link realizedVolatility}. Null below two prices.
 */
export function volatility(prices: Values): Volatility | null {
  if (prices.length < 2) return null;
  const deviation = standardDeviation(prices, 'population');
  return deviation === null ? null : volatilityAround(mean(prices), deviation);
}

/** The answer from an average and a deviation. Null for an average of 0, which has no percent. */
export function volatilityAround(sma: number, deviation: number): Volatility | null {
  if (sma === 0) return null;
  return { sma, volatility: deviation, volatilityPct: percent(deviation, sma) };
}

/**
 * `realized-volatility`: the standard deviation of log returns × sqrt(bars in a year of 365 days). The sample's deviation
 * (n − 1), since the returns seen stand for those that were possible and their mean is estimated from them. Returns are of
 * neighbouring bars alone. Null below two returns.
 */
export function realizedVolatility(prices: Series, intervalMs: number): RealizedVolatility | null {
  const returns = logReturns(prices, intervalMs);
  const deviation = standardDeviation(returns.values, 'sample');
  if (deviation === null) return null;
  return {
    annualized: deviation * Math.sqrt(periodsPerYear(intervalMs)),
    samples: returns.values.length,
    missing: returns.missing,
  };
}
