import type { Clock } from '@tidemark/clock/clock';
import { AbsentOwners } from '@tidemark/departed-owners/absent-owners';
import { DepartedOwners } from '@tidemark/departed-owners/departed-owners';
import type { AskService } from '@tidemark/service-calls/ask-service';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Kysely } from 'kysely';
import type { AlertTables } from '../tables.ts';
import { ownersAfter } from './owners-after.ts';
import { removeOwner } from './remove-owner.ts';

/**
 * Removes alerts, channels and what fired of accounts that are no more. While somebody is only noted as absent, nothing of theirs
 * is sent: `DeliveryStore.claim`.
 * @param parts.ask the way to users
 * @param parts.tell tells every replica that alerts were changed
 */
export function departedOwners(parts: {
  db: Kysely<AlertTables>;
  clock: Clock;
  logger: Logger;
  ask: AskService;
  tell: (alertIds: readonly string[]) => Promise<void>;
}): DepartedOwners {
  const { db, clock, logger, ask, tell } = parts;
  return new DepartedOwners({
    ...{ clock, logger, ask, absent: new AbsentOwners(db, 'alert_absent_owners') },
    ownersAfter: (userId) => ownersAfter(db, userId),
    remove: (userId, stopping) => removeOwner({ db, tell }, userId, stopping),
  });
}
