const DAY_MS = 86_400_000;

/** The UTC day of a time (epoch ms), counted from 1970-01-01. */
export function utcDay(time: number): number {
  return Math.floor(time / DAY_MS);
}
