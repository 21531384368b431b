const DAY_MS = 86_400_000;
/** Month and day of those holidays of TARGET, the euro's payment system, that have a date. */
const FIXED = new Set(['01-01', '05-01', '12-25', '12-26']);

/** Whether the central banks set rates on a UTC day (epoch ms of its beginning): no weekend and no holiday of TARGET. */
export function isBusinessDay(day: number): boolean {
  const date = new Date(day);
  if (date.getUTCDay() % 6 === 0) return false;
  if (FIXED.has(isoDay(day).slice(5))) return false;
  const fromEaster = (day - easter(date.getUTCFullYear())) / DAY_MS;
  return fromEaster !== -2 && fromEaster !== 1;
}

/** `2024-01-05` of epoch ms. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Easter Sunday of a year, epoch ms: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return Date.UTC(year, month - 1, day);
}
