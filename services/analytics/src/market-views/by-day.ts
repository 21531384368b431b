import { overSeries } from '@tidemark/indicators/streaming';
import { MomentsWindow } from '@tidemark/indicators/windows/moments-window';
import { RollingRealizedVolatility } from '@tidemark/risk/rolling-volatility';
import { DAY_MS } from './daily-market.ts';

/** A figure for every day of a calendar; null where it is not known. */
export type ByDay = readonly (number | null)[];

/** Mean of the last `period` values that exist, at each of them; null elsewhere, and before they have come. */
export function meanByDay(values: ByDay, period: number): ByDay {
  const window = new MomentsWindow(period);
  return values.map((value) => {
    if (value === null) return null;
    window.push(value);
    return window.mean;
  });
}

/** `realized-volatility` of the last `period` daily returns, as a fraction a year. */
export function volatilityByDay(closes: ByDay, times: readonly number[], period: number): ByDay {
  const points = closes.map((value, i) => {
    const time = times[i];
    return value === null || time === undefined ? null : { time, value };
  });
  return overSeries(new RollingRealizedVolatility(period, DAY_MS), points);
}

/** Each value by the one of the same day in `base`, less 1: 0.1 is 10 % above. */
export function aboveByDay(values: ByDay, base: ByDay): ByDay {
  return values.map((value, i) => {
    const under = base[i] ?? null;
    return value === null || under === null || under === 0 ? null : value / under - 1;
  });
}

/** Change of each value on the one that came `steps` values before it, those that exist counted, as a fraction. */
export function changeByDay(values: ByDay, steps: number): ByDay {
  const known: number[] = [];
  return values.map((value) => {
    if (value === null) return null;
    const before = known[known.push(value) - 1 - steps] ?? 0;
    return before === 0 ? null : value / before - 1;
  });
}

/** Days of its own past that a figure is compared with. */
export const RANKED_DAYS = 365;

/** Fewer known days than this are no past to speak of. */
export const MIN_RANKED_DAYS = 90;

/**
 * Where the figure of a day stands among those of the year that ends with it: 0 is the lowest, 1 the highest, equal ones
 * share the middle. Null where the day's figure or 90 of the year's are not known.
 */
export function percentileRank(figures: ByDay, day: number): number | null {
  const figure = figures[day] ?? null;
  const year = figures.slice(Math.max(day + 1 - RANKED_DAYS, 0), day + 1);
  const known = year.filter((one) => one !== null);
  if (figure === null || known.length < MIN_RANKED_DAYS) return null;
  const below = known.filter((one) => one < figure).length;
  const others = known.filter((one) => one === figure).length - 1;
  return (below + others / 2) / (known.length - 1);
}
