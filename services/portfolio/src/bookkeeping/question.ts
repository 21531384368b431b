import type { AccountingMethod } from '@tidemark/contracts/accounting-terms';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import type { Ledger } from '../ledger/ledger.ts';
import type { PortfolioRow } from '../portfolios/portfolio.ts';
import type { PriceData } from '../prices/price-data.ts';

/** Which account is asked about: all that its figures depend on, but prices. */
export interface AccountOf extends Pick<PortfolioRow, 'pools' | 'oversold'> {
  readonly portfolioId: string;
  readonly ledgerVersion: number;
  readonly base: string;
  readonly method: AccountingMethod;
}

/** A ledger from a time on: what stands in the place of all that there was then and after it. */
export interface LedgerTail extends Pick<Ledger, 'portfolioId' | 'version' | 'ids'> {
  /** Of which earlier version it is the end; null: it is all of it. */
  readonly after: number | null;
  /** Epoch ms. */
  readonly since: number;
  readonly transactions: readonly LedgerTransaction[];
}

/** A question to the thread that keeps the books. */
export interface Question<W> {
  readonly of: AccountOf;
  readonly prices: PriceData;
  readonly wanted: W;
  /** Sent once the thread has said what it lacks. */
  readonly ledger?: LedgerTail;
}

/** Said instead of an answer: the ledger is wanted, of which this version is known; null: none is. */
export interface LacksLedger {
  readonly lacksLedgerSince: number | null;
}

export function isLacking(answer: unknown): answer is LacksLedger {
  return typeof answer === 'object' && answer !== null && 'lacksLedgerSince' in answer;
}
