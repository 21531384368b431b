/** The formulas as a textbook writes them, one pass for each sum: what the package's own computations are compared with. */
export function naiveMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Σ(x − x̄)(y − ȳ) */
export function naiveProducts(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [naiveMean(x), naiveMean(y)];
  return x.reduce((sum, value, i) => sum + (value - meanX) * (y[i]! - meanY), 0);
}

export function naiveDeviation(values: readonly number[], divisor: number): number {
  return Math.sqrt(naiveProducts(values, values) / divisor);
}

export function naivePearson(x: readonly number[], y: readonly number[]): number {
  return naiveProducts(x, y) / Math.sqrt(naiveProducts(x, x) * naiveProducts(y, y));
}

/** ln of each price on its neighbour, null where there is none. */
export function naiveLogReturns(bars: readonly ({ value: number } | null)[]): (number | null)[] {
  return bars.map((bar, i) => {
    const before = bars[i - 1];
    return bar && before ? Math.log(bar.value / before.value) : null;
  });
}

/** The last `period` numbers up to a place, leaving nulls out; null when there are fewer. */
export function lastNumbers(
  values: readonly (number | null)[],
  end: number,
  period: number,
): number[] | null {
  const numbers = values.slice(0, end + 1).filter((value) => value !== null);
  return numbers.length < period ? null : numbers.slice(-period);
}

/** |a − b| by the larger of both: 0 for equal ones. */
export function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
