import type { ByDay } from './by-day.ts';

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
