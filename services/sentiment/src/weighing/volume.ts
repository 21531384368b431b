const DAY_MS = 86_400_000;
/** Days of which the usual volume is made. */
export const USUAL_DAYS = 14;
const LEAST_DAYS = 3;

/** How much is told. */
export interface Volume {
  /** Stories of the last 24 hours. */
  day: number;
  /** Stories a day in the 14 days before; null: less than three days are kept. */
  usual: number | null;
  /**
   * `day` against `usual`, in standard deviations of a count with that mean (Poisson), by Anscombe's (1948) transform
   * 2·√(x + 3/8), which makes its variance one; null where `usual` is.
   */
  surprise: number | null;
}

/**
 * @param times when each story began, epoch ms
 * @param since when the oldest article of all was published, epoch ms
 */
export function volumeOf(times: readonly number[], since: number, now: number): Volume {
  const day = times.filter((time) => time <= now && time > now - DAY_MS).length;
  const from = Math.max(since, now - (USUAL_DAYS + 1) * DAY_MS);
  const days = (now - DAY_MS - from) / DAY_MS;
  if (days < LEAST_DAYS) return { day, usual: null, surprise: null };
  const usual = times.filter((time) => time > from && time <= now - DAY_MS).length / days;
  return { day, usual, surprise: anscombe(day) - anscombe(usual) };
}

function anscombe(count: number): number {
  return 2 * Math.sqrt(count + 3 / 8);
}
