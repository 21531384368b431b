import { sql, type Kysely } from 'kysely';
import type { AlertTables } from '../tables.ts';

/** Firings that are removed at once, with what was sent of them. */
const SLICE = 5_000;
/** What else belongs to accounts, by `user_id`; who is absent goes last, so that what broke off is gone on with. */
const OF_ACCOUNTS = [
  ...(['alert_channels', 'alert_mails', 'alert_absent_owners'] as const),
] as const satisfies (keyof AlertTables)[];

/** Tables that lose what belongs to an account; what hangs on their rows goes with these. */
export const REMOVED = ['alerts', 'alert_firings', ...OF_ACCOUNTS] as const;

interface Parts {
  db: Kysely<AlertTables>;
  /** Tells every replica that alerts were changed. */
  tell: (alertIds: readonly string[]) => Promise<void>;
}

/**
 * Removes everything of an account, for good; doing it again, and twice at once, does no harm. Alerts go first, in the order in
 * which evaluators lock: who is writing what fired is waited for, and after that nothing fires that would be left over.
 */
export async function removeOwner(
  { db, tell }: Parts,
  userId: string,
  stopping: AbortSignal,
): Promise<void> {
  const alerts = await db
    .deleteFrom('alerts')
    .where('user_id', '=', userId)
    .returning('id')
    .execute();
  if (alerts.length > 0) await tell(alerts.map(({ id }) => id));
  await removeFirings(db, userId, stopping);
  if (stopping.aborted) return;
  await db.transaction().execute(async (trx) => {
    for (const table of OF_ACCOUNTS) {
      await sql`delete from ${sql.table(table)} where user_id = ${userId}`.execute(trx);
    }
  });
}

async function removeFirings(
  db: Kysely<AlertTables>,
  userId: string,
  stopping: AbortSignal,
): Promise<void> {
  for (let left = true; left && !stopping.aborted;) {
    const { numDeletedRows } = await db
      .deleteFrom('alert_firings')
      .where('id', 'in', (eb) =>
        eb.selectFrom('alert_firings').select('id').where('user_id', '=', userId).limit(SLICE),
      )
      .executeTakeFirst();
    left = numDeletedRows > 0n;
  }
}
