import type { Clock } from '@tidemark/clock/clock';
import { AbsentOwners } from '@tidemark/departed-owners/absent-owners';
import { DepartedOwners } from '@tidemark/departed-owners/departed-owners';
import type { AskService } from '@tidemark/service-calls/ask-service';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Kysely } from 'kysely';
import type { PortfolioTables } from '../tables.ts';
import { ownersAfter } from './owners-after.ts';
import { removeOwner } from './remove-owner.ts';

/** Removes portfolios and watchlists of accounts that are no more. @param parts.ask the way to users */
export function departedOwners(parts: {
  db: Kysely<PortfolioTables>;
  clock: Clock;
  logger: Logger;
  ask: AskService;
}): DepartedOwners {
  const { db, clock, logger, ask } = parts;
  return new DepartedOwners({
    ...{ clock, logger, ask, absent: new AbsentOwners(db, 'absent_owners') },
    ownersAfter: (userId) => ownersAfter(db, userId),
    remove: (userId, stopping) => removeOwner(db, userId, stopping),
  });
}
