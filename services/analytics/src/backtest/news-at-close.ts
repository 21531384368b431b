import type { NewsAt } from '@tidemark/rules/sentiment-kind';
import type { NewsHistory } from '../news/news-history.ts';

const HOUR_MS = 3_600_000;

/**
 * `sentiment-hourly-mean`: the mean of the scores of the hours that ended within the last `hours` hours before a bar's close, or with
 * it. Null where fewer than half of them are kept. No hour that was still under way at the close counts.
 * @param intervalMs from a bar's open to its close
 */
export function newsAtClose({ time, score }: NewsHistory, intervalMs: number): NewsAt {
  return (bar, hours) => {
    const close = bar.time + intervalMs;
    const end = firstAfter(time, close - HOUR_MS);
    const first = firstAfter(time, close - (hours + 1) * HOUR_MS);
    const count = end - first;
    if (count === 0 || 2 * count < hours) return null;
    let sum = 0;
    for (let i = first; i < end; i++) sum += score[i] ?? 0;
    return sum / count;
  };
}

/** Index of the first time above `limit`; the length where there is none. */
function firstAfter(times: Float64Array, limit: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a backtest by rules that speak of news takes for granted of these, in sentences for people. */
export function newsAssumptions({ time }: NewsHistory, end: number | null): string[] {
  const [first] = time;
  if (first === undefined || end === null || first + HOUR_MS > end) {
    return [
      'No history of the coin’s news is kept for this period: `sentiment` is not known at any bar.',
    ];
  }
  const from = new Date(first + HOUR_MS).toISOString();
  return [
    '`sentiment(n)` is the mean of the hourly scores of the last n hours, −1 to 1, that were stored by the close of the bar.',
    `It is not known where fewer than half of these hours are kept, nor before ${from}, when the history begins.`,
  ];
}
