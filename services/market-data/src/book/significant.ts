/** Twelve significant digits: more than any venue quotes, fewer than a double's noise. */
export function significant(value: number): number {
  return Number(value.toPrecision(12));
}
