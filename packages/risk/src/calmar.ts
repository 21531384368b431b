import { drawdownOf } from './drawdown.ts';
import { annualizedReturn } from './growth.ts';
import type { Series } from './series.ts';

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
