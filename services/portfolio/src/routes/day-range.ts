import type { DayRange } from '../history/history-answer.ts';
import { refusedFields } from '@tidemark/service/refused-fields';
import { readDay } from '../market/utc-day.ts';

/** The days that a query names. @throws TidemarkError INVALID_REQUEST where the last one comes before the first */
export function readDays({ from, to }: { from?: string; to?: string }): DayRange {
  const range = {
    from: from === undefined ? null : readDay(from),
    to: to === undefined ? null : readDay(to),
  };
  if (range.from !== null && range.to !== null && range.to < range.from) {
    throw refusedFields([{ field: 'query.to', reason: 'must not be before from' }]);
  }
  return range;
}
