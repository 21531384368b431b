import type { Kysely } from 'kysely';
import type { PortfolioContext } from './context.ts';
import { IdempotentAnswers } from './idempotency/idempotent-answers.ts';
import { PortfolioStore } from './portfolios/portfolio-store.ts';
import type { PortfolioTables } from './tables.ts';
import { TransactionStore } from './transactions/transaction-store.ts';

/** What the service's parts are made of. */
export interface PortfolioParts extends Omit<PortfolioContext, 'database'> {
  db: Kysely<PortfolioTables>;
  portfolios: PortfolioStore;
  transactions: TransactionStore;
  answers: IdempotentAnswers;
}

/** Puts the parts together. */
export function assemble({ database, ...given }: PortfolioContext): PortfolioParts {
  const db = database.as<PortfolioTables>();
  const { clock } = given;
  return {
    ...given,
    db,
    portfolios: new PortfolioStore(db, clock),
    transactions: new TransactionStore(db),
    answers: new IdempotentAnswers(db, clock),
  };
}
