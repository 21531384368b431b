import type { Clock } from '@tidemark/clock/clock';
import type { Database } from '@tidemark/database/database';
import type { Logger } from '@tidemark/telemetry/logger';
import { IdempotentAnswers } from './idempotency/idempotent-answers.ts';
import { PortfolioStore } from './portfolios/portfolio-store.ts';
import type { PortfolioTables } from './tables.ts';
import { TransactionStore } from './transactions/transaction-store.ts';

/** What the service is given. */
export interface PortfolioContext {
  database: Database;
  clock: Clock;
  logger: Logger;
}

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
