import { TidemarkError, type ErrorDetail } from '@tidemark/contracts/errors';
import { SQL_STATE, sqlStateOf } from '@tidemark/database/query-error';
import type { Kysely } from 'kysely';
import type { UsersTables } from '../tables.ts';
import { nameKey } from '../account/account.ts';

/** Names that an account is to have. */
export interface WantedNames {
  username?: string | undefined;
  email?: string | undefined;
}

const REASON = 'is taken';

/** @throws TidemarkError CONFLICT naming each that another account than `own` has */
export async function refuseTakenNames(
  db: Kysely<UsersTables>,
  wanted: WantedNames,
  own: string | null,
): Promise<void> {
  const taken = await takenNames(db, wanted, own);
  if (taken.length > 0) throw conflict(taken);
}

/**
 * Does work that stores names. Where somebody else was faster the table refuses it, and this says which were taken.
 * @throws TidemarkError CONFLICT
 */
export async function conflictsTold<T>(
  db: Kysely<UsersTables>,
  wanted: WantedNames,
  own: string | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlStateOf(error) !== SQL_STATE.UNIQUE_VIOLATION) throw error;
    await refuseTakenNames(db, wanted, own);
    throw error;
  }
}

async function takenNames(
  db: Kysely<UsersTables>,
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
    if (found && found.id !== own) taken.push({ field, reason: REASON });
  }
  return taken;
}

function conflict(taken: readonly ErrorDetail[]): TidemarkError {
  const names = taken.map(({ field }) => field.replace('body.', '')).join(' and ');
  return new TidemarkError(
    'CONFLICT',
    `This ${names} ${taken.length > 1 ? 'are' : 'is'} taken.`,
    taken,
  );
}
