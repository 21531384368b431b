import { downsideDeviation } from './downside-deviation.ts';
import { mean, type Values } from './moments.ts';
import { RETURN_ROUNDING } from './returns.ts';

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
