/** The value that the share `p` (0 to 1) of the values does not exceed, by nearest rank; NaN of none. */
export function percentile(ascending: ArrayLike<number>, p: number): number {
  return ascending[Math.max(0, Math.ceil(p * ascending.length) - 1)] ?? NaN;
}
