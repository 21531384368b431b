import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import { sql, type Kysely } from 'kysely';
import type { AlertTables } from '../tables.ts';

/** Mails of an account within a day: an address that is no one's of ours is not to be flooded. */
export const MAILS_A_DAY = 20;
const DAY_MS = 86_400_000;

/** A mail that may be sent, or from when on (epoch ms) one may. */
export type MailLeave = { mailId: string } | { until: number };

/**
 * Counts the mails of accounts over the last 24 hours, in the database, for all replicas. A mail is counted before it is sent and
 * taken back when it was not; deleting its channel does not take it back.
 */
export class MailBudget {
  readonly #db: Kysely<AlertTables>;
  readonly #clock: Clock;

  constructor({ db, clock }: { db: Kysely<AlertTables>; clock: Clock }) {
    this.#db = db;
    this.#clock = clock;
  }

  take(userId: string): Promise<MailLeave> {
    const now = this.#clock.now();
    const since = new Date(now - DAY_MS);
    return this.#db.transaction().execute(async (trx) => {
      const lock = `alert mails of ${userId}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
      await trx
        .deleteFrom('alert_mails')
        .where('user_id', '=', userId)
        .where('at', '<=', since)
        .execute();
      const sent = await trx
        .selectFrom('alert_mails')
        .select('at')
        .where('user_id', '=', userId)
        .orderBy('at')
        .execute();
      const [oldest] = sent;
      if (oldest && sent.length >= MAILS_A_DAY) return { until: oldest.at.getTime() + DAY_MS };
      const mailId = randomUUID();
      await trx
        .insertInto('alert_mails')
        .values({ id: mailId, user_id: userId, at: new Date(now) })
        .execute();
      return { mailId };
    });
  }

  /** It was not sent: it does not count. */
  async giveBack(mailId: string): Promise<void> {
    await this.#db.deleteFrom('alert_mails').where('id', '=', mailId).execute();
  }
}
