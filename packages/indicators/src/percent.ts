/**
 * A part of a whole that is not 0, in percent. The quotient comes first: `100 part / whole` rounds twice before it is done,
 * and is 99.99999999999999 or 100.00000000000001 of many a whole. Here a whole is exactly 100 of itself, and no part of it
 * is more.
 */
export function percent(part: number, whole: number): number {
  return 100 * (part / whole);
}
