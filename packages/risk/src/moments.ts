/** Values to be read by place; both arrays and typed arrays are. */
export type Values = Float64Array | readonly number[];

/** `population` divides by n: the values are all there are. `sample` divides by n − 1: they stand for others, and their mean was estimated from them. */
export type Divisor = 'population' | 'sample';

/** NaN of nothing. */
export function mean(values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] as number;
  return sum / values.length;
}

/**
 * Σ(x − mean)², in two passes: the mean first, then the deviations, with the correction for the mean's rounding (Chan,
 * Golub, LeVeque 1983). Exactly 0 when all are equal.
 */
export function squaredDeviations(values: Values, around = mean(values)): number {
  const first = values[0] ?? 0;
  let [sum, squares, flat] = [0, 0, true];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    const deviation = value - around;
    sum += deviation;
    squares += deviation * deviation;
    if (value !== first) flat = false;
  }
  return flat ? 0 : Math.max(squares - (sum * sum) / values.length, 0);
}

/** Standard deviation, or null when there are too few: none, or with `sample` fewer than two. */
export function standardDeviation(values: Values, divisor: Divisor): number | null {
  const count = divisor === 'sample' ? values.length - 1 : values.length;
  return count > 0 ? Math.sqrt(squaredDeviations(values) / count) : null;
}

/** Whether values deviate so little, at root mean square, that it may be rounding. */
export function isFlat(squares: number, count: number, rounding: number): boolean {
  return Math.sqrt(squares / count) <= rounding;
}
