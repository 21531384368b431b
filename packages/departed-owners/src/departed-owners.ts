import type { Clock } from '@tidemark/clock/clock';
import type { AskService } from '@tidemark/service-calls/ask-service';
import type { Logger } from '@tidemark/telemetry/logger';
import type { AbsentOwners } from './absent-owners.ts';
import { existingOwners } from './existing-owners.ts';

/**
 * How long an account has to be absent, each time that users is asked, before what it left is removed, ms. Whoever puts an
 * older backup of users in place, or points it to another database, has as long to see it.
 */
const ABSENT_MS = 7 * 86_400_000;

interface Parts {
  clock: Clock;
  logger: Logger;
  /** The way to users. */
  ask: AskService;
  absent: AbsentOwners;
  /** Up to 200 who have something in the service, behind another, by id; null: the first of them. */
  ownersAfter: (userId: string | null) => Promise<string[]>;
  /** Removes everything of an account, and at last that it was noted; doing it again, or twice at once, must do no harm. */
  remove: (userId: string, stopping: AbortSignal) => Promise<void>;
}

/** Removes what is left of accounts that are no more. ADR 0039. */
export class DepartedOwners {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Asks about every owner once, and removes what those left who have been absent for a week. Any number of replicas may do it.
   * @throws Error where users gives no certain answer: nothing is noted or removed then but of those who were asked about before
   */
  async remove(stopping: AbortSignal): Promise<void> {
    const { ask, ownersAfter } = this.#parts;
    let last: string | null = null;
    while (!stopping.aborted) {
      const owners = await ownersAfter(last);
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
    const { absent, clock, logger, remove } = this.#parts;
    const now = clock.now();
    await absent.seen(owners.filter((id) => existing.has(id)));
    const away = owners.filter((id) => !existing.has(id));
    const before = new Date(now - ABSENT_MS);
    for (const userId of await absent.absent(away, new Date(now), before)) {
      if (stopping.aborted) return;
      await remove(userId, stopping);
      logger.info({ user_id: userId }, 'what an account left that is no more was removed');
    }
  }
}
