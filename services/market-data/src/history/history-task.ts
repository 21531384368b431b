import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { ProductBook } from '../book/product-book.ts';
import type { VenueInterval } from '../venues/venue.ts';
import type { Attempts } from './attempts.ts';

const HOUR = INTERVAL_MS['1h'];
const DAY = INTERVAL_MS['1d'];

/** How far back each interval is fetched at the first start, ms. */
export const HISTORY_DEPTH: readonly { interval: VenueInterval; depthMs: number }[] = [
  { interval: '1m', depthMs: 48 * HOUR },
  { interval: '1h', depthMs: 90 * DAY },
  { interval: '1d', depthMs: 1000 * DAY },
];

/** The history of one interval of a book, to be fetched. */
export interface HistoryTask {
  book: ProductBook;
  interval: VenueInterval;
  /** Where it begins, epoch ms: it stays there however long it takes, so that it meets what was read live meanwhile. */
  from: number;
  attempts: Attempts;
  done: boolean;
}

/** The task whose turn it is: of those that may be asked for, one that was tried least often. */
export function nextDue(tasks: readonly HistoryTask[]): HistoryTask | null {
  let next: HistoryTask | null = null;
  for (const task of tasks) {
    if (task.done || task.attempts.dueIn > 0) continue;
    if (!next || task.attempts.failures < next.attempts.failures) next = task;
  }
  return next;
}

/** Milliseconds until one of the tasks may be asked for; null when all are done. */
export function nextDueIn(tasks: readonly HistoryTask[]): number | null {
  const waits = tasks.filter((task) => !task.done).map((task) => task.attempts.dueIn);
  return waits.length > 0 ? Math.min(...waits) : null;
}
