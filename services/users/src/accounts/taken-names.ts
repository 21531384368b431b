import { TidemarkError, type ErrorDetail } from '@tidemark/contracts/errors';
import { SQL_STATE, sqlStateOf } from '@tidemark/database/query-error';
import { nameKey } from '../account/account.ts';
import type { UsersDb } from '../tables.ts';

/** Names that an account is to have. */
export interface WantedNames {
  username?: string | undefined;
  email?: string | undefined;
}

/**
 * Does work that stores names. Where somebody else is faster than it the table refuses it, and this says which were taken.
 * @throws TidemarkError CONFLICT naming each that another account than `own` has
 */
export async function withFreeNames<T>(
  db: UsersDb,
  wanted: WantedNames,
  own: string | null,
  work: () => Promise<T>,
): Promise<T> {
  await refuseTakenNames(db, wanted, own);
  try {
    return await work();
  } catch (error) {
    if (sqlStateOf(error) === SQL_STATE.UNIQUE_VIOLATION) await refuseTakenNames(db, wanted, own);
    throw error;
  }
}

async function refuseTakenNames(db: UsersDb, wanted: WantedNames, own: string | null) {
  const taken = await takenNames(db, wanted, own);
  if (taken.length === 0) return;
  const names = taken.map(({ field }) => field.replace('body.', '')).join(' and ');
  const are = taken.length > 1 ? 'are' : 'is';
  throw new TidemarkError('CONFLICT', `This ${names} ${are} taken.`, taken);
}

async function takenNames(
  db: UsersDb,
  { username, email }: WantedNames,
  own: string | null,
): Promise<ErrorDetail[]> {
  const wanted = [
    { field: 'body.username', column: 'username_key', name: username },
    { field: 'body.email', column: 'email_key', name: email },
  ] as const;
  const taken: ErrorDetail[] = [];
  for (const { field, column, name } of wanted) {
    if (name === undefined) continue;
    const found = await db
      .selectFrom('users')
      .select('id')
      .where(column, '=', nameKey(name))
      .executeTakeFirst();
    if (found && found.id !== own) taken.push({ field, reason: 'is taken' });
  }
  return taken;
}
