import type { PortfolioContext } from './context.ts';
import { IdempotentAnswers } from './idempotency/idempotent-answers.ts';
import { PortfolioStore } from './portfolios/portfolio-store.ts';
import type { PortfolioTables } from './tables.ts';
import { TransactionStore } from './transactions/transaction-store.ts';

/** Everything that the service is made of. */
export type PortfolioParts = ReturnType<typeof assemble>;

/** Builds the parts and ties them together. */
export function assemble({ database, clock, logger }: PortfolioContext) {
  const db = database.as<PortfolioTables>();
  return {
    ...{ db, clock, logger },
    portfolios: new PortfolioStore(db, clock),
    transactions: new TransactionStore(db),
    answers: new IdempotentAnswers(db, clock),
  };
}
