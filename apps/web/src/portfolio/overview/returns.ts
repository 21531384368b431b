import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';

type TimeWeighted = PortfolioPerformance['time_weighted'];
type MoneyWeighted = PortfolioPerformance['money_weighted'];

/** A return as it is told: none, one, or several figures, and what is to be said of them. */
export interface ToldReturn {
  /** Percent; empty: there is none, and `note` says why. */
  percents: readonly number[];
  /** What the figures are of: `a year`, `in all`. */
  span: 'a year' | 'in all' | null;
  note: string;
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** The time-weighted return: over all the time, and of a year where it is at least that long. */
export function tellTimeWeighted(
  told: TimeWeighted,
  year: (percent: number) => string,
): ToldReturn {
  const { percent, annual_percent, unexplained_days } = told;
  const hole =
    unexplained_days > 0 ? ` ${days(unexplained_days)} without a price are left out.` : '';
  if (percent === null) {
    return { percents: [], span: null, note: `Not known: a day’s value is missing.${hole}` };
  }
  const note =
    annual_percent === null ? 'Under a year: not annualised.' : `${year(annual_percent)} a year.`;
  return { percents: [percent], span: 'in all', note: note + hole };
}

const MONEY_WEIGHTED: Record<
  MoneyWeighted['answer'],
  (told: MoneyWeighted) => { note: string; of: 'annual_percent' | 'overall_percent' | null }
> = {
  rate: ({ days: count }) => ({ note: `Over ${days(count)}.`, of: 'annual_percent' }),
  under_a_year: ({ days: count }) => ({
    note: `${days(count)}, under a year: not annualised.`,
    of: 'overall_percent',
  }),
  total_loss: () => ({ note: 'All that was put in is lost.', of: 'annual_percent' }),
  two_solutions: () => ({
    note: 'Two solutions: both rates explain these flows, so none of them is the return.',
    of: 'annual_percent',
  }),
  many_solutions: () => ({
    note: 'Several solutions: each rate explains these flows, so none of them is the return.',
    of: 'annual_percent',
  }),
  no_solution: () => ({ note: 'No solution: no rate explains these flows.', of: null }),
  not_known: () => ({ note: 'Not known: a value or a flow has no price.', of: null }),
};

/** The money-weighted return with the answer that its equation has, which need not be one rate. */
export function tellMoneyWeighted(told: MoneyWeighted): ToldReturn {
  const { note, of } = MONEY_WEIGHTED[told.answer](told);
  if (of === null) return { percents: [], span: null, note };
  return { percents: told[of], span: of === 'annual_percent' ? 'a year' : 'in all', note };
}
