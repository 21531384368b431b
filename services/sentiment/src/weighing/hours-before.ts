import { WINDOW_HOURS } from './weigh.ts';

const HOUR_MS = 3_600_000;
/** After the first article came, the other sources are read as well, ms. */
const SETTLING_MS = 15 * 60_000;
/** Within an hour: what is stored there is the last of it, ms. */
const LAST_MS = 55 * 60_000;

/**
 * The moments at which the news of the hours before the first start is worked out, epoch ms: sources tell of days past, and a chart
 * that begins now would say less than is known. None once a quarter of an hour has gone since then.
 * @param began when the first article came, epoch ms
 * @param since when the oldest article was published, epoch ms
 */
export function hoursBefore(began: number, since: number, now: number): number[] {
  if (now - began >= SETTLING_MS) return [];
  const first = Math.max(since, began - WINDOW_HOURS * HOUR_MS);
  const moments: number[] = [];
  for (let hour = Math.ceil(first / HOUR_MS) * HOUR_MS; hour + HOUR_MS <= began; hour += HOUR_MS) {
    moments.push(hour + LAST_MS);
  }
  return moments;
}
