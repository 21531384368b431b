import { dailyReturns, type DailyReturns } from '@tidemark/accounting/daily-returns';
import type { DailyValue } from '@tidemark/accounting/daily-values';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { Benchmarks } from './benchmarks.ts';
import { dayPricesBy } from './day-prices.ts';
import { growthOf, type Growth } from './growth.ts';
import { pointOf, type HistoryPoint } from './history-point.ts';

/** How many days lie between benchmarks that are kept: as many are gone through again at most, after an edit. */
const MARK_DAYS = 32;

/** The days of a portfolio that are over, and what later ones go on from. Nothing in it changes. */
export interface Past {
  /** Of the coins that it is compared with. */
  readonly coinsVersion: string;
  /** From the first transaction until yesterday, no day left out. */
  readonly days: readonly DailyValue[];
  readonly returns: DailyReturns;
  readonly growth: Growth;
  /** Of the same days. */
  readonly points: readonly HistoryPoint[];
  /** Benchmarks as they were before the first day, the 33rd and so on. */
  readonly marks: readonly Benchmarks[];
  /** As they are after the last day. */
  readonly benchmarks: Benchmarks;
}

/** The past by books that were opened. Days that are those of the past before cost nothing. */
export function pastOf({ days }: OpenedBooks, prices: PriceBook, before: Past | null): Past {
  const returns = dailyReturns(days);
  const { coinsVersion } = prices;
  const marks = before?.coinsVersion === coinsVersion ? marksWithin(before, days) : [];
  const from = Math.max(0, marks.length - 1) * MARK_DAYS;
  const points = before ? before.points.slice(0, from) : [];
  const benchmarks = marks.at(-1)?.copy() ?? new Benchmarks();
  const pricesOfDays = dayPricesBy(prices);
  for (let i = from; i < days.length; i += 1) {
    if (i === marks.length * MARK_DAYS) marks.push(benchmarks.copy());
    const day = days[i] as DailyValue;
    const compared = benchmarks.next(day, pricesOfDays);
    points.push(pointOf(day, compared, returns.accumulated[i] ?? null));
  }
  return { coinsVersion, days, returns, growth: growthOf(days), points, marks, benchmarks };
}

/** The marks that only days lie before which are as they were: books that were opened after an edit have the very same ones. */
function marksWithin(before: Past, days: readonly DailyValue[]): Benchmarks[] {
  let same = 0;
  while (same < days.length && days[same] === before.days[same]) same += 1;
  return before.marks.slice(0, Math.floor(same / MARK_DAYS) + 1);
}
