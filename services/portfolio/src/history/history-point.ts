import type { DailyValue } from '@tidemark/accounting/daily-values';
import type { PortfolioHistory } from '@tidemark/contracts/portfolio-history';
import { Amount, writeAmount } from '@tidemark/ledger/amount';
import { dayText } from '../market/utc-day.ts';
import type { BenchmarkValues } from './benchmarks.ts';

export type HistoryPoint = PortfolioHistory['points'][number];

/** Digits after the point in a history: a price in another currency has 40, which nobody reads and every answer would carry. */
const PLACES = 18;

export function pointOf(
  { day, value, putIn, takenOut }: DailyValue,
  { bitcoin, cash, equalWeight }: BenchmarkValues,
  accumulated: number | null,
): HistoryPoint {
  return {
    day: dayText(day),
    value: shown(value),
    put_in: shown(putIn),
    taken_out: shown(takenOut),
    time_weighted_percent: percentOf(accumulated),
    bitcoin: shown(bitcoin),
    cash: shown(cash),
    equal_weight: shown(equalWeight),
  };
}

function shown(amount: Amount | null): string | null {
  return amount && writeAmount(amount.round(PLACES));
}

/** A fraction in percent; null where no number holds it. */
export function percentOf(fraction: number | null): number | null {
  const percent = (fraction ?? NaN) * 100;
  return Number.isFinite(percent) ? percent : null;
}
