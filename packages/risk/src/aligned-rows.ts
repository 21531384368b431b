import type { Series } from './series.ts';

/** Series laid over one another: a column for each time that any of them has. */
export interface AlignedRows {
  readonly width: number;
  /** A row each; 0 where there is no value. */
  readonly values: readonly Float64Array[];
  /** A row each; 1 where there is a value. */
  readonly present: readonly Uint8Array[];
  /** A number for each row; rows with equal numbers have values at exactly the same times. */
  readonly pattern: readonly number[];
}

/** Lays series over the union of their times, so that pairs can be walked without a look at the clock. */
export function alignRows(series: readonly Series[]): AlignedRows {
  const columns = series.reduce<Float64Array>(
    (times, one) => unionOf(times, one.times),
    new Float64Array(0),
  );
  const rows = series.map((one) => spread(one, columns));
  const present = rows.map((row) => row.present);
  return {
    width: columns.length,
    values: rows.map((row) => row.values),
    present,
    pattern: patternsOf(present),
  };
}

function unionOf(a: Float64Array, b: Float64Array): Float64Array {
  if (equal(a, b)) return a;
  const union = new Float64Array(a.length + b.length);
  let [i, j, count] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const time = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    if (a[i] === time) i += 1;
    if (b[j] === time) j += 1;
    union[count] = time;
    count += 1;
  }
  return union.subarray(0, count);
}

function spread(one: Series, columns: Float64Array): { values: Float64Array; present: Uint8Array } {
  const values = new Float64Array(columns.length);
  const present = new Uint8Array(columns.length);
  let column = 0;
  for (let i = 0; i < one.times.length; i += 1) {
    while (columns[column] !== one.times[i]) column += 1;
    values[column] = one.values[i] as number;
    present[column] = 1;
  }
  return { values, present };
}

function patternsOf(present: readonly Uint8Array[]): number[] {
  const firsts: Uint8Array[] = [];
  return present.map((row) => {
    const known = firsts.findIndex((first) => equal(first, row));
    return known >= 0 ? known : firsts.push(row) - 1;
  });
}

function equal<Numbers extends Float64Array | Uint8Array>(a: Numbers, b: Numbers): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
