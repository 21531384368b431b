/** Days since 1970-01-01, UTC. */
export type UtcDay = number;

export const DAY_MS = 86_400_000;

/** The day of a time, epoch ms. */
export function utcDayOf(time: number): UtcDay {
  return Math.floor(time / DAY_MS);
}

/** When a day begins, epoch ms. */
export function startOf(day: UtcDay): number {
  return day * DAY_MS;
}

/** As `2026-03-01`. */
export function dayText(day: UtcDay): string {
  return new Date(startOf(day)).toISOString().slice(0, 10);
}

/** The day that `2026-03-01` names. */
export function readDay(text: string): UtcDay {
  return utcDayOf(Date.parse(`${text}T00:00:00Z`));
}
