import { dailyReturns } from '@tidemark/accounting/daily-returns';
import { Amount, writeAmount } from '@tidemark/ledger/amount';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import { dayText, startOf, utcDayOf, type UtcDay } from '../market/utc-day.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { toPercent } from './figures.ts';
import { told, type How } from './how-told.ts';
import type { Term } from './how-terms.ts';
import { moneyWeighted, timeWeighted } from './performance.ts';
import { valueOf } from './positions.ts';
import { summaryOf, type Summary } from './summary.ts';

type Returns = Pick<How, 'value' | 'terms' | 'left_out' | 'rest'>;

/** How a return was computed. The time-weighted one is the sum of what each day added to it, in points. */
export function returnTerms(
  opened: OpenedBooks,
  prices: PriceBook,
  figure: 'time_weighted' | 'money_weighted',
): Returns {
  const summary = summaryOf(opened);
  const value = valueOf(summary, prices);
  if (figure === 'money_weighted') return moneyTerms(summary, value, prices);
  const { percent } = timeWeighted(summary, value, prices);
  if (percent === null) return { value: null, ...told([]) };
  const whole = new Amount(percent);
  return { value: writeAmount(whole), ...told(timeTerms(opened, whole, prices)) };
}

function timeTerms({ days }: OpenedBooks, whole: Amount, prices: PriceBook): Term[] {
  const { accumulated } = dailyReturns(days);
  const terms: Term[] = [];
  let before = new Amount(0);
  const add = (day: UtcDay, after: Amount) => {
    const label = dayText(day);
    terms.push({ ...NONE, label, amount: after.minus(before), time: startOf(day) });
    before = after;
  };
  for (const [i, { day }] of days.entries()) {
    const percent = toPercent(accumulated[i] ?? NaN);
    if (percent !== null) add(day, new Amount(percent));
  }
  const today = utcDayOf(prices.asOf);
  add(today, whole);
  return terms.filter(({ amount }) => amount?.eq(0) === false);
}

function moneyTerms(
  summary: Summary,
  value: ReturnType<typeof valueOf>,
  prices: PriceBook,
): Returns {
  const { annual_percent: rates } = moneyWeighted(summary, value, prices);
  const [rate] = rates;
  const flows = (summary.flows ?? []).map(([day, amount]): Term => {
    const label = amount < 0 ? 'put in' : 'taken out';
    return { ...NONE, label, amount: new Amount(amount), time: startOf(day) };
  });
  const last = { ...NONE, label: 'value of now', amount: value, time: prices.asOf };
  const only = rates.length === 1 && rate !== undefined ? writeAmount(new Amount(rate)) : null;
  return { value: only, ...told([...flows, last]) };
}

const NONE = { quantity: null, asset: null, price: null, transactionId: null } as const;
