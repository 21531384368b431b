import type { Kysely } from 'kysely';
import type { UsersTables } from '../tables.ts';

/** Makes every link that resets the account's password void: for whenever its password or its email changes. */
export async function voidResets(
  db: Kysely<UsersTables>,
  userId: string,
  now: number,
): Promise<void> {
  await db
    .updateTable('password_resets')
    .set({ used_at: new Date(now) })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute();
}
