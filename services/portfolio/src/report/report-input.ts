import type { DisposalRow, Gains } from '@tidemark/contracts/portfolio-gains';
import type { PortfolioHistory } from '@tidemark/contracts/portfolio-history';
import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';

/** Disposals that one report lists; more are in the CSV. */
export const MAX_LISTED = 10_000;

/** All that a report says, as the API's answers say it. */
export interface ReportInput {
  /** The portfolio's name. */
  portfolio: string;
  /** Whose it is, as they want it printed; null: nobody said. */
  owner: string | null;
  /** When it is made, epoch ms. */
  made: number;
  /** Of the API. */
  version: string;
  /** Calendar year, UTC; null: all of them. */
  year: number | null;
  performance: PortfolioPerformance;
  gains: Gains;
  /** Those of the year but of money, oldest first: the newest `MAX_LISTED` at most. */
  disposals: readonly DisposalRow[];
  /** Whether there are older ones. */
  hasMore: boolean;
  /** Null: not known. */
  history: Pick<PortfolioHistory, 'points'> | null;
}
