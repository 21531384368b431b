import { isFlat, mean, squaredDeviations, type Divisor, type Values } from './moments.ts';
import { RETURN_ROUNDING } from './returns.ts';

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
