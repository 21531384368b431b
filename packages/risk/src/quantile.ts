import type { Values } from './moments.ts';

/**
 * Quantile of values sorted upwards, by the seventh definition of Hyndman and Fan (1996): linear between the two values
 * around place (n − 1)·p. It is what R, NumPy and spreadsheets answer unasked. NaN of nothing.
 *
 * @param p 0 to 1
 */
export function quantile(sorted: Values, p: number, count = sorted.length): number {
  const place = (count - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, count - 1)] ?? Number.NaN;
  return low + (high - low) * (place - below);
}
