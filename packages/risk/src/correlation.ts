import { overCommonTimes, type Pairs } from './common-times.ts';
import { isFlat, mean, squaredDeviations, type Values } from './moments.ts';
import { logReturns, RETURN_ROUNDING } from './returns.ts';
import type { Series } from './series.ts';

/** Fewer pairs than this say nothing: two always lie on a line. */
export const MIN_PAIRS = 3;

/** What is correlated. Prices that merely both rise correlate; so returns are the default wherever one may choose. */
export type CorrelationOf = 'returns' | 'prices';

export interface Correlation {
  /** From -1 to 1; null below three pairs, or when one side is flat. */
  readonly correlation: number | null;
  /** Pairs it was computed from: times that both have. */
  readonly samples: number;
}

/**
 * Pearson's correlation of two coins over the bars that both have: of log returns between neighbouring bars
 * (`pearson-log-returns`), or of closes (`pearson-prices`).
 */
export function correlation(
  a: Series,
  b: Series,
  intervalMs: number,
  of: CorrelationOf = 'returns',
): Correlation {
  const pairs = correlated(a, b, intervalMs, of);
  const rounding = of === 'returns' ? RETURN_ROUNDING : 0;
  return { correlation: pearson(pairs.x, pairs.y, rounding), samples: pairs.x.length };
}

/** The pairs that a correlation of the two is made from. */
export function correlated(a: Series, b: Series, intervalMs: number, of: CorrelationOf): Pairs {
  if (of === 'prices') return overCommonTimes(a, b);
  return overCommonTimes(logReturns(a, intervalMs), logReturns(b, intervalMs));
}

/**
 * Pearson's coefficient Σ(x−x̄)(y−ȳ) / sqrt(Σ(x−x̄)² Σ(y−ȳ)²), in two passes, kept within -1 and 1. `rounding`: a root mean
 * square deviation up to this is flat.
 */
export function pearson(x: Values, y: Values, rounding = 0): number | null {
  const count = x.length;
  if (count < MIN_PAIRS) return null;
  const [meanX, meanY] = [mean(x), mean(y)];
  const [squaresX, squaresY] = [squaredDeviations(x, meanX), squaredDeviations(y, meanY)];
  if (isFlat(Math.min(squaresX, squaresY), count, rounding)) return null;
  return coefficient(codeviations(x, y, meanX, meanY), squaresX, squaresY);
}

/** The coefficient from its three sums. */
export function coefficient(products: number, squaresX: number, squaresY: number): number {
  return Math.min(Math.max(products / Math.sqrt(squaresX * squaresY), -1), 1);
}

/** Σ(x − x̄)(y − ȳ), with the same correction for the means' rounding as their squares have. */
export function codeviations(x: Values, y: Values, meanX = mean(x), meanY = mean(y)): number {
  let [products, sumX, sumY] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const deviationX = (x[i] as number) - meanX;
    const deviationY = (y[i] as number) - meanY;
    products += deviationX * deviationY;
    sumX += deviationX;
    sumY += deviationY;
  }
  return products - (sumX * sumY) / x.length;
}
