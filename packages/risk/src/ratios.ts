import { isFlat, mean, squaredDeviations, type Divisor, type Values } from './moments.ts';
import { RETURN_ROUNDING } from './returns.ts';
import { drawdownOf } from './drawdown.ts';
import { annualizedReturn } from './growth.ts';
import type { Series } from './series.ts';

/**
 * `sharpe`, of one period: mean(r − rf) / deviation(r − rf) (Sharpe 1994, "The Sharpe Ratio", equations 3 to 6). Of simple
 * returns. Null below two returns, or when they do not deviate.
 *
 * @param returns of single bars, as fractions
 * @param riskFreePerPeriod return of a bar without risk, as a fraction (`ratePerPeriod` makes it from a yearly one)
 * @param divisor Sharpe's is the sample's; some platforms, LEAN among them, divide by the population's
 */
export function sharpeRatio(
  returns: Values,
  riskFreePerPeriod = 0,
  divisor: Divisor = 'sample',
): number | null {
  const count = returns.length;
  if (count < 2) return null;
  const squares = squaredDeviations(returns);
  if (isFlat(squares, count, RETURN_ROUNDING)) return null;
  const deviation = Math.sqrt(squares / (divisor === 'sample' ? count - 1 : count));
  return (mean(returns) - riskFreePerPeriod) / deviation;
}

/**
 * A ratio of one period as a year's: × sqrt(periods in a year). Means grow with time and deviations with its root, as long
 * as returns do not depend on those before them. For Sharpe's and Sortino's.
 */
export function annualizedRatio(ratio: number, periodsInYear: number): number {
  return ratio * Math.sqrt(periodsInYear);
}

/**
 * `sortino`, of one period: (mean(r) − target) / target downside deviation (Sortino and van der Meer 1991). Of simple
 * returns; `annualizedRatio` makes it a year's. Null below two returns, or when none falls short of the target.
 *
 * @param target lowest acceptable return of a bar, as a fraction; usually the riskless one
 */
export function sortinoRatio(returns: Values, target = 0): number | null {
  if (returns.length < 2) return null;
  const deviation = downsideDeviation(returns, target);
  if (deviation === null || deviation <= RETURN_ROUNDING) return null;
  return (mean(returns) - target) / deviation;
}

/**
 * Target downside deviation: sqrt(Σ min(0, r − target)² / n) over all n returns, those above the target counting as 0
 * (Sortino and van der Meer 1991). Not the deviation of the returns below the target alone, which is another and larger
 * number. Null of nothing.
 *
 * @param target lowest acceptable return of a bar, as a fraction
 */
export function downsideDeviation(returns: Values, target = 0): number | null {
  if (returns.length === 0) return null;
  let squares = 0;
  for (let i = 0; i < returns.length; i += 1) squares += shortfallSquared(returns[i], target);
  return Math.sqrt(squares / returns.length);
}

/** min(0, r − target)² */
function shortfallSquared(value = 0, target = 0): number {
  return Math.min(value - target, 0) ** 2;
}

/**
 * `calmar`: annualised compound return / maximum drawdown (Young 1991). His was of 36 monthly returns; this is of the bars
 * given, whose closes find deeper falls. Null below 28 days, or without a fall.
 *
 * @param riskFree a year's return without risk, as a fraction, taken off the return; Young takes off nothing
 */
export function calmarRatio(prices: Series, riskFree = 0): number | null {
  const growth = annualizedReturn(prices);
  const deepest = drawdownOf(prices)?.deepest;
  return growth === null || !deepest ? null : (growth - riskFree) / deepest.depth;
}
