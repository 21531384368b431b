import type { Convention } from './convention.ts';

/** How long something was held: what tax law often tells apart. */
export type Term = 'short' | 'long';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

/**
 * The term of what was held from one time to another (epoch ms; days are UTC's). After the anniversary: the holding
 * begins on the day after the acquisition and must last more than a year (26 U.S.C. § 1222 as the IRS counts it,
 * Rev. Rul. 66-7), so that what was acquired on a 29 February is long-term from 1 March of the next year on.
 */
export function termOf(acquired: number, disposed: number, rule: Convention['longTerm']): Term {
  const held = disposed - acquired;
  switch (rule) {
    case 'over_365_days':
      return held > YEAR_MS ? 'long' : 'short';
    case 'from_365_days':
      return held >= YEAR_MS ? 'long' : 'short';
    case 'after_anniversary': {
      if (held < YEAR_MS || held > YEAR_MS + 2 * DAY_MS) return held < YEAR_MS ? 'short' : 'long';
      const begun = new Date(acquired + DAY_MS);
      const from = Date.UTC(begun.getUTCFullYear() + 1, begun.getUTCMonth(), begun.getUTCDate());
      return disposed >= from ? 'long' : 'short';
    }
  }
}
