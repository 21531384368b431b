import { dailyValues, type DailyValue } from '@tidemark/accounting/daily-values';
import type { PortfolioHistory } from '@tidemark/contracts/portfolio-history';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import type { UtcDay } from '../market/utc-day.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { dayPricesBy, type DayPrices } from './day-prices.ts';
import { grownUntilNow } from './growth.ts';
import { pointOf } from './history-point.ts';
import type { Past } from './past.ts';
import { gapsOf } from './price-gaps.ts';

/** Days, both of them included; null: no bound. */
export interface DayRange {
  readonly from: UtcDay | null;
  readonly to: UtcDay | null;
}

export type HistoryFigures = Pick<PortfolioHistory, 'points' | 'gaps' | 'history'>;

/** What a portfolio was worth on the days of a range, today at the prices of `now`. */
export function historyOf(
  opened: OpenedBooks,
  past: Past,
  now: PriceBook,
  range: DayRange,
): HistoryFigures {
  const prices = dayPricesBy(now);
  const today = todayOf(opened, past, prices);
  const days = today ? [...past.days, today] : past.days;
  const first = days[0]?.day ?? 0;
  const start = Math.max(0, (range.from ?? first) - first);
  const end = Math.max(start, Math.min(days.length, (range.to ?? prices.today) + 1 - first));
  const points = past.points.slice(start, end);
  if (today && start < days.length && end === days.length) {
    const benchmarks = past.benchmarks.copy().next(today, prices);
    const grown = grownUntilNow(past.growth, today);
    points.push(pointOf(today, benchmarks, grown && grown.whole));
  }
  return { points, gaps: gapsOf(days.slice(start, end)), history: now.progress };
}

/** The day that is not over; null: the first transaction is yet to come, or there is none. */
export function todayOf(
  { of, books }: OpenedBooks,
  { days }: Past,
  { today, priceOf }: DayPrices,
): DailyValue | null {
  const { base, method } = of;
  const all = dailyValues(books, { base, method, until: today, priceOf }, days);
  const last = all.at(-1);
  return last?.day === today ? last : null;
}
