import { dailyReturns } from '@tidemark/accounting/daily-returns';
import type { DailyValue } from '@tidemark/accounting/daily-values';
import { timeWeightedReturn } from '@tidemark/accounting/time-weighted';
import type { UtcDay } from '../market/utc-day.ts';

/** When in a day flows count: what comes in works from its start on, what goes out until its end. */
export const TIMING = 'in_at_start_out_at_end';

/** How a portfolio grew until the last midnight, and what has to be known to go on from there. JSON. */
export interface Growth {
  /** The first day; null: no day is over. */
  readonly since: UtcDay | null;
  /** Time-weighted since then, as a fraction; null: not known. */
  readonly until: number | null;
  /** What it was worth at the last midnight whose value is known. */
  readonly value: number;
  /** What came and went since that. */
  readonly came: number;
  readonly went: number;
  /** Days without a return of their own. */
  readonly unexplained: number;
}

/** Of days that follow one another until yesterday. */
export function growthOf(days: readonly DailyValue[]): Growth {
  const { accumulated, daily } = dailyReturns(days);
  const last = days.findLastIndex(({ value }) => value !== null);
  const since = days.slice(last + 1);
  const isKnown = days.every(({ came, went }) => came !== null && went !== null);
  const sum = (of: 'came' | 'went') => since.reduce((all, day) => all + Number(day[of] ?? 0), 0);
  return {
    since: days[0]?.day ?? null,
    until: isKnown ? (accumulated[last] ?? 0) : null,
    value: Number(days[last]?.value ?? 0),
    ...{ came: sum('came'), went: sum('went') },
    unexplained: daily.filter((each) => each === null).length,
  };
}

/** Today's return, and with it the one of all the time, as fractions; null: not known. */
export function grownUntilNow(
  growth: Growth,
  { value, came, went }: Pick<DailyValue, 'value' | 'came' | 'went'>,
): { today: number | null; whole: number } | null {
  if (growth.until === null || value === null || came === null || went === null) return null;
  const last = {
    deposits: growth.came + Number(came),
    withdrawals: growth.went + Number(went),
    value: Number(value),
  };
  const [today = null] = timeWeightedReturn([last], TIMING, growth.value).periods;
  return { today, whole: (1 + growth.until) * (1 + (today ?? 0)) - 1 };
}
