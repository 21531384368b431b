import { pointAt, type Point, type Series } from './series.ts';

/**
 * How far rounding alone moves a return: prices that grow evenly give returns that differ in their last bits. Returns that
 * deviate by less than this are flat, and what divides by their deviation has no answer.
 */
export const RETURN_ROUNDING = 4 * Number.EPSILON;

/** Returns as fractions, each at the time of the later bar. */
export interface Returns extends Series {
  /** Returns that a series without holes would have had between the same first and last bar, and that this one has not. */
  readonly missing: number;
}

/** P_i / P_(i-1) − 1, or ln(P_i / P_(i-1)). */
export type ReturnKind = 'simple' | 'log';

/** P_i / P_(i-1) − 1 between bars exactly `intervalMs` apart: there is no return across a hole, nor from or to a price of 0. */
export function simpleReturns(prices: Series, intervalMs: number): Returns {
  return returnsOf(prices, 'simple', intervalMs);
}

/** ln(P_i / P_(i-1)) between bars exactly `intervalMs` apart: there is no return across a hole, nor from or to a price of 0. */
export function logReturns(prices: Series, intervalMs: number): Returns {
  return returnsOf(prices, 'log', intervalMs);
}

/** The returns of one kind; see {@link simpleReturns} and {@link logReturns}. */
export function returnsOf(prices: Series, kind: ReturnKind, intervalMs: number): Returns {
  const room = Math.max(prices.times.length - 1, 0);
  const [times, values] = [new Float64Array(room), new Float64Array(room)];
  let count = 0;
  for (let i = 1; i < prices.times.length; i += 1) {
    const value = returnBetween(pointAt(prices, i - 1), pointAt(prices, i), kind, intervalMs);
    if (value === null) continue;
    times[count] = prices.times[i] as number;
    values[count] = value;
    count += 1;
  }
  return {
    times: times.subarray(0, count),
    values: values.subarray(0, count),
    missing: steps(prices.times, intervalMs) - count,
  };
}

/** The return from one bar to the next, or null where they are not neighbours or a price is not above 0. */
export function returnBetween(
  before: Point,
  bar: Point,
  kind: ReturnKind,
  intervalMs: number,
): number | null {
  if (bar.time - before.time !== intervalMs) return null;
  if (!(before.value > 0 && bar.value > 0)) return null;
  const ratio = bar.value / before.value;
  return kind === 'log' ? Math.log(ratio) : ratio - 1;
}

function steps(times: Float64Array, intervalMs: number): number {
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  return Math.round((last - first) / intervalMs);
}
