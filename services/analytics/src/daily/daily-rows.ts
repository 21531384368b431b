import type { ClosedSeries } from '../series/closed-series.ts';
import { StandardSet } from '../updates/standard-set.ts';
import type { DailyRow } from './daily-store.ts';

/** Days that are stored at first; later ones are added to them. */
export const KEPT_DAYS = 400;

/** What the newest days of a series of daily bars came to, oldest first. */
export function dailyRows(series: ClosedSeries): DailyRow[] {
  const { bars, coinId } = series;
  const set = new StandardSet();
  const rows: DailyRow[] = [];
  let highest = 0;
  for (let i = 0; i < bars.length; i++) {
    const bar = bars.at(i);
    set.add(bar);
    highest = Math.max(highest, bar.close);
    if (i < bars.length - KEPT_DAYS) continue;
    const metrics = { ...set.values, drawdown: highest > 0 ? 1 - bar.close / highest : null };
    rows.push({ coinId, day: bar.time, close: bar.close, samples: i + 1, metrics });
  }
  return rows;
}
