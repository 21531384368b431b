import type { Clock } from '@tidemark/clock/clock';
import type { AskService } from '@tidemark/service-calls/ask-service';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Kysely } from 'kysely';
import type { PortfolioTables } from '../tables.ts';
import { existingOwners } from './existing-owners.ts';
import { OwnerStore } from './owner-store.ts';
import { removeOwner } from './remove-owner.ts';

/**
 * How long an account has to be absent, each time that users is asked, before what it left is removed, ms. Whoever puts an
 * older backup of users in place, or points it to another database, has as long to see it.
 */
const ABSENT_MS = 7 * 86_400_000;

/** Removes what is left of accounts that are no more. ADR 0039. */
export class DepartedOwners {
  readonly #parts: { db: Kysely<PortfolioTables>; clock: Clock; logger: Logger; ask: AskService };
  readonly #store: OwnerStore;

  constructor(parts: {
    db: Kysely<PortfolioTables>;
    clock: Clock;
    logger: Logger;
    ask: AskService;
  }) {
    this.#parts = parts;
    this.#store = new OwnerStore(parts.db);
  }

  /**
   * Asks about every owner once, and removes what those left who have been absent for a week. Any number of replicas may do it.
   * @throws Error where users gives no certain answer: nothing is noted or removed then but of those who were asked about before
   */
  async remove(stopping: AbortSignal): Promise<void> {
    const { ask } = this.#parts;
    let last: string | null = null;
    while (!stopping.aborted) {
      const owners = await this.#store.after(last);
      last = owners.at(-1) ?? null;
      if (last === null) return;
      const existing = await existingOwners(ask, owners);
      await this.#judge(owners, existing, stopping);
    }
  }

  async #judge(
    owners: readonly string[],
    existing: ReadonlySet<string>,
    stopping: AbortSignal,
  ): Promise<void> {
    const { db, clock, logger } = this.#parts;
    const now = clock.now();
    await this.#store.seen(owners.filter((id) => existing.has(id)));
    const absent = owners.filter((id) => !existing.has(id));
    const before = new Date(now - ABSENT_MS);
    for (const userId of await this.#store.absent(absent, new Date(now), before)) {
      if (stopping.aborted) return;
      await removeOwner(db, userId, stopping);
      logger.info({ user_id: userId }, 'what an account left that is no more was removed');
    }
  }
}
