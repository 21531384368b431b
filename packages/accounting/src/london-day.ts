const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The day in London, counted from 1970-01-01: the UK's rules go by its days. Summer time is from the last Sunday of March to
 * that of October, 01:00 UTC (Summer Time Order 2002, SI 2002/262, since 2002; the dates before are not those of coins).
 */
export function londonDay(time: number): number {
  const year = new Date(time).getUTCFullYear();
  const isSummer = time >= lastSunday(year, 2) + HOUR_MS && time < lastSunday(year, 9) + HOUR_MS;
  return Math.floor((isSummer ? time + HOUR_MS : time) / DAY_MS);
}

const sundays = new Map<number, number>();

/** The start of the last Sunday of a month of 31 days, counted from 0; kept, since it is asked for each row. */
function lastSunday(year: number, month: number): number {
  const key = year * 12 + month;
  let sunday = sundays.get(key);
  if (sunday === undefined) {
    const last = Date.UTC(year, month, 31);
    sunday = last - new Date(last).getUTCDay() * DAY_MS;
    sundays.set(key, sunday);
  }
  return sunday;
}
