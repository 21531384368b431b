import { alignRows, type AlignedRows } from './aligned-rows.ts';
import { MIN_PAIRS, pearson, type CorrelationOf } from './correlation.ts';
import { isFlat, mean, squaredDeviations } from './moments.ts';
import { logReturns, RETURN_ROUNDING } from './returns.ts';
import type { Series } from './series.ts';

/** Rows and columns in the order of the series. */
export interface CorrelationMatrix {
  /** Symmetric; the diagonal is 1. Null below three pairs or where one side is flat, on the diagonal too. */
  readonly correlations: (number | null)[][];
  /** Pairs that each was computed from; on the diagonal, values of the coin. */
  readonly samples: number[][];
}

/** A row as the matrix reads it: made once, read for every pair. */
interface Row {
  readonly values: Float64Array;
  readonly present: Uint8Array;
  readonly pattern: number;
  readonly count: number;
  /** (x − x̄) / sqrt(Σ(x − x̄)²), 0 where there is no value; null for a flat row. */
  readonly standard: Float64Array | null;
}

/** Room for one pair's common values, used again for the next. */
interface Scratch {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rounding: number;
}

type Cell = readonly [correlation: number | null, samples: number];

/**
 * Pearson's correlation of every pair, as {@link correlation} computes it: each pair over the times that both have
 * (pairwise complete), so a coin with holes costs the others nothing. Rows that have the same times are standardised
 * once, and their pairs are one sum of products.
 */
export function correlationMatrix(
  prices: readonly Series[],
  intervalMs: number,
  of: CorrelationOf = 'returns',
): CorrelationMatrix {
  const series = of === 'prices' ? prices : prices.map((one) => logReturns(one, intervalMs));
  const rounding = of === 'returns' ? RETURN_ROUNDING : 0;
  const aligned = alignRows(series);
  const rows = series.map((one, i) => rowOf(aligned, i, one, rounding));
  const scratch = {
    x: new Float64Array(aligned.width),
    y: new Float64Array(aligned.width),
    rounding,
  };
  const cells = rows.map((row, i) =>
    rows.slice(0, i + 1).map((other) => cell(row, other, scratch)),
  );
  const at = (i: number, j: number) => cells[Math.max(i, j)]?.[Math.min(i, j)] as Cell;
  return {
    correlations: rows.map((_, i) => rows.map((_, j) => at(i, j)[0])),
    samples: rows.map((_, i) => rows.map((_, j) => at(i, j)[1])),
  };
}

function rowOf(aligned: AlignedRows, i: number, one: Series, rounding: number): Row {
  const values = aligned.values[i] as Float64Array;
  const present = aligned.present[i] as Uint8Array;
  const [count, centre] = [one.values.length, mean(one.values)];
  const squares = squaredDeviations(one.values, centre);
  const standard = isFlat(squares, count, rounding)
    ? null
    : standardised(values, present, centre, 1 / Math.sqrt(squares));
  return { values, present, pattern: aligned.pattern[i] as number, count, standard };
}

function standardised(
  values: Float64Array,
  present: Uint8Array,
  centre: number,
  scale: number,
): Float64Array {
  const standard = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    if (present[i] === 1) standard[i] = ((values[i] as number) - centre) * scale;
  }
  return standard;
}

function cell(row: Row, other: Row, scratch: Scratch): Cell {
  if (row.pattern !== other.pattern) return ofCommonColumns(row, other, scratch);
  const { count } = row;
  if (count < MIN_PAIRS || row.standard === null || other.standard === null) return [null, count];
  if (row === other) return [1, count];
  return [Math.min(Math.max(sumOfProducts(row.standard, other.standard), -1), 1), count];
}

function sumOfProducts(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += (x[i] as number) * (y[i] as number);
  return sum;
}

function ofCommonColumns(row: Row, other: Row, scratch: Scratch): Cell {
  const { x, y, rounding } = scratch;
  let count = 0;
  for (let column = 0; column < row.values.length; column += 1) {
    x[count] = row.values[column] as number;
    y[count] = other.values[column] as number;
    count += (row.present[column] as number) & (other.present[column] as number);
  }
  return [pearson(x.subarray(0, count), y.subarray(0, count), rounding), count];
}
