/** The market never closes, so a year is 365 days of 24 hours. */
export const YEAR_MS = 365 * 24 * 3_600_000;

/** How many bars of this length a year has: 8,760 of an hour, 365 of a day. */
export function periodsPerYear(intervalMs: number): number {
  return YEAR_MS / intervalMs;
}

/** What a yearly rate (fraction, such as 0.04) is for one bar, compounding: (1 + rate)^(bar / year) − 1. */
export function ratePerPeriod(yearly: number, intervalMs: number): number {
  return Math.expm1(Math.log1p(yearly) / periodsPerYear(intervalMs));
}
