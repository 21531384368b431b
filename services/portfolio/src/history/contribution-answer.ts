import { contributions } from '@tidemark/accounting/contributions';
import type { DailyValue } from '@tidemark/accounting/daily-values';
import { plus, total, type Known } from '@tidemark/accounting/known';
import type { Contribution } from '@tidemark/contracts/portfolio-history';
import { writeAmount, ZERO } from '@tidemark/ledger/amount';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { dayPricesBy } from './day-prices.ts';
import { todayOf, type DayRange } from './history-answer.ts';
import { percentOf } from './history-point.ts';
import type { Past } from './past.ts';

/**
 * What each asset gained on the days of a range, the largest gain first and what is not known last. Exact: all together are what the
 * portfolio gained. Shares are of what was there before the first day and came since.
 */
export function contributionsOf(
  opened: OpenedBooks,
  past: Past,
  now: PriceBook,
  range: DayRange,
): Contribution[] {
  const prices = dayPricesBy(now);
  const today = todayOf(opened, past, prices);
  const days = today ? [...past.days, today] : past.days;
  const [first] = days;
  if (!first) return [];
  const at = (day: number) => days[day - first.day];
  const start = at((range.from ?? first.day) - 1) ?? nothingBefore(first);
  const end = at(Math.min(range.to ?? prices.today, days.at(-1)?.day ?? 0));
  if (!end || end.day <= start.day) return [];
  const { books, terms } = opened;
  const made = contributions(books, terms, [start, end], prices.priceOf);
  const came = days.filter(({ day }) => day > start.day && day <= end.day).map((day) => day.came);
  const invested = plus(start.value, total(came));
  return made
    .filter(({ gained, end: left }) => gained === null || !gained.eq(0) || !left?.eq(0))
    .sort((a, b) => compare(b.gained, a.gained))
    .map(({ asset, gained }) => ({
      asset,
      gained: gained && writeAmount(gained),
      percent: shareOf(gained, invested),
    }));
}

/** The end of the day before the first one. */
function nothingBefore({ day }: DailyValue): DailyValue {
  const nothing = { value: ZERO, putIn: ZERO, takenOut: ZERO, came: ZERO, went: ZERO };
  return { day: day - 1, held: new Map(), lacking: [], ...nothing };
}

/** What is not known comes before what is. */
function compare(a: Known, b: Known): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a.cmp(b);
}

function shareOf(gained: Known, invested: Known): number | null {
  if (gained === null || !invested?.gt(0)) return null;
  return percentOf(Number(gained) / Number(invested));
}
