import type { Clock } from '@tidemark/clock/clock';
import type { SecurityEventName } from '@tidemark/contracts/security-event';
import type { UsersDb } from '../tables.ts';
import type { Caller } from './caller.ts';

export interface NewSecurityEvent {
  event: SecurityEventName;
  /** Whose account; null: none that exists. */
  userId: string | null;
  /** Small facts in words; never a secret. */
  details?: Readonly<Record<string, string>>;
}

/** Writes down what happens to accounts, in the transaction of what happens. */
export class AuditLog {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async record(
    db: UsersDb,
    caller: Caller,
    { event, userId, details = {} }: NewSecurityEvent,
  ): Promise<void> {
    await db
      .insertInto('security_events')
      .values({
        event,
        at: new Date(this.#clock.now()),
        user_id: userId,
        actor_id: caller.userId,
        address: caller.address,
        user_agent: caller.userAgent,
        details: JSON.stringify(details),
      })
      .execute();
  }
}
