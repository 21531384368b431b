import { TidemarkError } from '@tidemark/contracts/errors';
import type { UsersDb } from '../tables.ts';

/**
 * Sees to it that somebody can still run this Tidemark when this account no longer does. Nobody else stops being an
 * administrator until the transaction ends, so that of two last ones who go at once one stays.
 * @throws TidemarkError CONFLICT where the account is the last active administrator
 */
export async function keepAnAdmin(tx: UsersDb, leaving: string): Promise<void> {
  const admins = await tx
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .where('is_active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (admins.length !== 1 || admins[0]?.id !== leaving) return;
  throw new TidemarkError('CONFLICT', 'This is the last administrator: make another one first.');
}
