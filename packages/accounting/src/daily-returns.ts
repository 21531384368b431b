import type { DailyValue } from './daily-values.ts';
import { timeWeightedReturn, type Period } from './time-weighted.ts';

/** The time-weighted return day by day. */
export interface DailyReturns {
  /** After each day, since before the first, as fractions; null where it is not known. */
  readonly accumulated: readonly (number | null)[];
  /** Of each day by itself, as fractions; null where it is not known or none. */
  readonly daily: readonly (number | null)[];
  /** Days, counted from 1970-01-01, on which nothing was invested and something was gained all the same. */
  readonly unexplained: readonly number[];
}

/**
 * The time-weighted return of days that follow one another, what came in working from the start of its day and what went out until
 * its end (`in_at_start_out_at_end`). A day without a value is one period with the days after it, up to the next that has
 * one. After a flow of unknown worth nothing is known any more.
 */
export function dailyReturns(days: readonly DailyValue[]): DailyReturns {
  const { periods, ends, broken } = periodsOf(days);
  const made = timeWeightedReturn(periods, 'in_at_start_out_at_end');
  const accumulated: (number | null)[] = days.map(() => null);
  const daily: (number | null)[] = days.map(() => null);
  ends.forEach((end, i) => {
    accumulated[end] = made.accumulated[i] ?? null;
    const isOneDay = end === (ends[i - 1] ?? -1) + 1;
    daily[end] = isOneDay ? (made.periods[i] ?? null) : null;
  });
  const unexplained = made.unexplained.flatMap((i) => days[ends[i] ?? -1]?.day ?? []);
  return {
    accumulated: accumulated.slice(0, broken).concat(accumulated.slice(broken).fill(null)),
    daily,
    unexplained,
  };
}

function periodsOf(days: readonly DailyValue[]) {
  const periods: Period[] = [];
  const ends: number[] = [];
  let [deposits, withdrawals] = [0, 0];
  for (const [i, { value, came, went }] of days.entries()) {
    if (came === null || went === null) return { periods, ends, broken: i };
    deposits += came.toNumber();
    withdrawals += went.toNumber();
    if (value === null) continue;
    periods.push({ deposits, withdrawals, value: value.toNumber() });
    ends.push(i);
    [deposits, withdrawals] = [0, 0];
  }
  return { periods, ends, broken: days.length };
}
