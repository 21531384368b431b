import { rootsOf, type ExponentialSum } from './exponential-sum.ts';
import { utcDay } from './utc-day.ts';

/** ACT/365F: days that passed over a year of 365. */
const YEAR_DAYS = 365;

/** Money between a person and a portfolio. */
export interface CashFlow {
  /** Epoch ms; its UTC day counts. */
  readonly time: number;
  /** Above zero what was got out of it, below what was put in. The last is its value, also where that is 0. */
  readonly amount: number;
}

/**
 * The rate at which what was got out is worth what was put in.
 * - `rate`: there is one. `under_a_year`: there is one, and a year was not over: show what was gained over the time.
 * - `total_loss`: something was put in and nothing is left: −100 %, which no rate below reaches.
 * - `two_solutions`, `many_solutions`: all of them; none is the answer.
 * - `no_solution`: `no_time` passed between the flows, or all have `one_sign` (only put in, and nobody said what it is
 *   worth), or `no_rate` does it.
 */
export interface MoneyWeightedReturn {
  readonly answer:
    | 'rate'
    | 'under_a_year'
    | 'total_loss'
    | 'two_solutions'
    | 'many_solutions'
    | 'no_solution';
  readonly reason?: 'no_time' | 'one_sign' | 'no_rate';
  /** Fractions a year (ACT/365F), in order. Infinite where a number cannot hold it, as a day's doubling is. */
  readonly annual: readonly number[];
  /** The same over the whole time. */
  readonly overall: readonly number[];
  /** From the first flow to the last. */
  readonly days: number;
}

/**
 * The money-weighted return (internal rate of return, XIRR): every r with Σ amount × (1 + r)^(−days / 365) = 0. Flows may come
 * in any order, and those of one day are one. All rates above −100 % are found, see {@link rootsOf}.
 *
 * @throws RangeError where a time or an amount is not finite
 */
export function moneyWeightedReturn(flows: readonly CashFlow[]): MoneyWeightedReturn {
  const byDay = new Map<number, number>();
  for (const { time, amount } of flows) {
    if (!Number.isFinite(time) || !Number.isFinite(amount)) {
      throw new RangeError('a flow has a time and an amount');
    }
    const day = utcDay(time);
    byDay.set(day, (byDay.get(day) ?? 0) + amount);
  }
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const span = last - first;
  const kept = days.filter((day) => byDay.get(day) !== 0);
  const amounts = kept.map((day) => byDay.get(day) as number);
  const without = (reason: MoneyWeightedReturn['reason']): MoneyWeightedReturn => {
    return {
      answer: 'no_solution',
      ...(reason && { reason }),
      annual: [],
      overall: [],
      days: span,
    };
  };
  if (span === 0) return without('no_time');
  if (amounts.every((amount) => amount < 0) && amounts.length > 0 && byDay.get(last) === 0) {
    return { answer: 'total_loss', annual: [-1], overall: [-1], days: span };
  }
  if (amounts.every((amount) => amount > 0) || amounts.every((amount) => amount < 0)) {
    return without('one_sign');
  }
  const times = kept.map((day) => (day - first) / YEAR_DAYS);
  return solved({ amounts, times }, span) ?? without('no_rate');
}

function solved(sum: ExponentialSum, days: number): MoneyWeightedReturn | null {
  const roots = rootsOf(sum);
  if (roots.length === 0) return null;
  const annual = roots.map(Math.expm1);
  const overall = roots.map((x) => Math.expm1((x * days) / YEAR_DAYS));
  if (roots.length > 2) return { answer: 'many_solutions', annual, overall, days };
  if (roots.length === 2) return { answer: 'two_solutions', annual, overall, days };
  return { answer: days < YEAR_DAYS ? 'under_a_year' : 'rate', annual, overall, days };
}
