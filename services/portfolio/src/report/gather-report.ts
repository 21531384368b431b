import type { AccountingMethod } from '@tidemark/contracts/accounting-terms';
import { CONTRACT_VERSION } from '@tidemark/contracts/envelope';
import { isMoney } from '../entries/money.ts';
import { BITCOIN } from '../history/day-prices.ts';
import type { PortfolioRow } from '../portfolios/portfolio.ts';
import type { Valuations } from '../valuation/valuations.ts';
import { MAX_LISTED, type ReportInput } from './report-input.ts';

/** Which report. */
export interface ReportWanted {
  /** Left out: all years. */
  year?: number | undefined;
  /** Left out: the portfolio's own. */
  method?: AccountingMethod | undefined;
  /** Whose name is printed. */
  owner?: string | undefined;
}

/**
 * What a report is made of, as the routes would answer it.
 * @param now epoch ms
 * @throws TidemarkError NOT_READY where too much is asked at once
 */
export async function gatherReport(
  valuations: Valuations,
  portfolio: PortfolioRow,
  { year, method, owner }: ReportWanted,
  now: number,
): Promise<ReportInput> {
  const [performance, gains, listed, history] = await Promise.all([
    valuations.performance(portfolio, method),
    valuations.gains(portfolio, method),
    valuations.ask(portfolio, method, 'disposals', { year, limit: MAX_LISTED + 1 }),
    valuations.ask(portfolio, undefined, 'history', { from: null, to: null }, [BITCOIN]),
  ]);
  return {
    portfolio: portfolio.name,
    owner: owner?.trim() || null,
    ...{ made: now, version: CONTRACT_VERSION, year: year ?? null, performance, gains },
    disposals: listed.told
      .slice(0, MAX_LISTED)
      .filter(({ asset }) => !isMoney(asset))
      .reverse(),
    hasMore: listed.told.length > MAX_LISTED,
    history: { points: history.told.points },
  };
}
