/** Rows of a statement: PostgreSQL takes 65,535 parameters at most. */
const SLICE = 1_000;

/** Rows in slices that one statement takes. */
export function slicesOf<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / SLICE);
  return Array.from({ length: count }, (_, i) => rows.slice(i * SLICE, (i + 1) * SLICE));
}
