import type { DailyRate } from '@tidemark/contracts/currency-rate';

const DAY_MS = 86_400_000;
/** Over weekends and holidays, and a source that is away for a week; not longer. */
export const CARRIED_DAYS = 10;

/** What is known of a day itself. */
export interface KnownDay {
  /** UTC, as in `2024-01-05`. */
  day: string;
  /** US dollars for one, decimal. */
  usd: string;
  source: string;
}

/**
 * Every day in [from, to), epoch ms at their beginnings: with what is known of it, else of the last day before it, at most
 * ten days later. Other days are absent. `known`: oldest first.
 */
export function carriedDays(known: readonly KnownDay[], from: number, to: number): DailyRate[] {
  const days: DailyRate[] = [];
  let next = 0;
  for (let time = from; time < to; time += DAY_MS) {
    const day = isoDay(time);
    while (known[next] !== undefined && (known[next] as KnownDay).day <= day) next += 1;
    const last = known[next - 1];
    if (!last || time - Date.parse(last.day) > CARRIED_DAYS * DAY_MS) continue;
    days.push({ day, usd: last.usd, from_day: last.day, source: last.source });
  }
  return days;
}

/** The UTC day of a moment, as in `2024-01-05`. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
