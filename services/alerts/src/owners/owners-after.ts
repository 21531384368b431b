import { MAX_ASKED_ACCOUNTS } from '@tidemark/contracts/existing-accounts';
import { sql, type Kysely } from 'kysely';
import type { AlertTables } from '../tables.ts';

/** Where accounts have something; each has an index that begins with `user_id`. What else they have hangs on these. */
const OWNED = [
  ...(['alerts', 'alert_firings', 'alert_channels', 'alert_mails'] as const),
] as const satisfies (keyof AlertTables)[];

/** Up to 200 who have something here, behind another, by id. */
export async function ownersAfter(
  db: Kysely<AlertTables>,
  userId: string | null,
): Promise<string[]> {
  const behind = userId === null ? sql`` : sql`where user_id > ${userId}`;
  // Each by itself in order and no further than is asked for: what fired in a year is not read whole for every 200.
  const parts = OWNED.map(
    (table) => sql`
      (select distinct user_id from ${sql.table(table)} ${behind}
      order by user_id limit ${MAX_ASKED_ACCOUNTS})`,
  );
  const { rows } = await sql<{ user_id: string }>`
    select user_id from (${sql.join(parts, sql` union `)}) owners
    order by user_id limit ${MAX_ASKED_ACCOUNTS}`.execute(db);
  return rows.map(({ user_id }) => user_id);
}
