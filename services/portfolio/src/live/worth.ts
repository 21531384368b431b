import type { PortfolioUpdate } from '@tidemark/contracts/portfolio';
import type { PortfolioRow } from '../portfolios/portfolio.ts';
import type { Valuations } from '../valuation/valuations.ts';
import { written } from '../valuation/figures.ts';

/** What a portfolio is worth at one moment, as its followers are told. */
export type Worth = Pick<
  PortfolioUpdate,
  'total_value' | 'gain' | 'roi_percent' | 'today_change' | 'today_percent'
>;

/** Finds out what a portfolio is worth now, and which coins of the market that depends on. */
export type Appraise = (
  portfolio: PortfolioRow,
) => Promise<{ worth: Worth; coins: ReadonlySet<string> }>;

export function isSameWorth(one: Worth, other: Worth): boolean {
  return (Object.keys(one) as (keyof Worth)[]).every((name) => one[name] === other[name]);
}

export function appraiseBy(valuations: Valuations): Appraise {
  return async (portfolio) => {
    const { coins, value, gain, roi_percent, today } = await valuations.worth(portfolio);
    const worth = {
      ...{ total_value: written(value), gain: written(gain), roi_percent },
      ...{ today_change: today.change, today_percent: today.percent },
    };
    return { worth, coins };
  };
}
