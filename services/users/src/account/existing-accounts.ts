import type { ExistingAccounts } from '@tidemark/contracts/existing-accounts';
import type { UsersDb } from '../tables.ts';

/** Which of the accounts there are, whatever state they are in; and whether there is any at all. */
export async function existingAccounts(
  db: UsersDb,
  userIds: readonly string[],
): Promise<ExistingAccounts> {
  const rows = await db.selectFrom('users').select('id').where('id', 'in', userIds).execute();
  const any = rows[0] ?? (await db.selectFrom('users').select('id').limit(1).executeTakeFirst());
  return { user_ids: rows.map(({ id }) => id), has_accounts: any !== undefined };
}
