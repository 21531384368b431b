import type { Clock } from '@tidemark/clock/clock';
import type { Database } from '@tidemark/database/database';
import type { Logger } from '@tidemark/telemetry/logger';

/** What the service is given. */
export interface PortfolioContext {
  database: Database;
  clock: Clock;
  logger: Logger;
}
