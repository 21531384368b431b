import { pointAt, type Series } from './series.ts';

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

/** A shorter time is not made into a year: a day's 2 % would be 137,000 %. */
export const MIN_ANNUALIZED_MS = 28 * 24 * 3_600_000;

/** Last / first − 1, as a fraction. Null below two values, or from a value that is not above 0. */
export function totalReturn(series: Series): number | null {
  if (series.times.length < 2) return null;
  const first = pointAt(series, 0).value;
  return first > 0 ? pointAt(series, series.times.length - 1).value / first - 1 : null;
}

/**
 * (last / first)^(year / time between them) − 1: the growth of a year of 365 days, compounding, as a fraction. Holes do not
 * matter. Null where there is no total return, when first and last are less than 28 days apart, or past what a number holds.
 */
export function annualizedReturn(series: Series): number | null {
  const total = totalReturn(series);
  if (total === null) return null;
  const time = pointAt(series, series.times.length - 1).time - pointAt(series, 0).time;
  if (time < MIN_ANNUALIZED_MS) return null;
  const growth = Math.expm1((Math.log1p(total) * YEAR_MS) / time);
  return Number.isFinite(growth) ? growth : null;
}
