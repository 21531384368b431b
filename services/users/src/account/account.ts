import { TidemarkError } from '@tidemark/contracts/errors';
import type { User } from '@tidemark/contracts/user';
import type { Selectable } from 'kysely';
import type { UsersTables, UsersDb } from '../tables.ts';

const COLUMNS = [
  'id',
  'username',
  'email',
  'password_hash',
  'role',
  'is_active',
  'created_at',
] as const;

/** An account as it is stored, and whether its second factor counts. */
export type Account = Pick<Selectable<UsersTables['users']>, (typeof COLUMNS)[number]> & {
  two_factor_enabled: boolean;
};

/** What accounts are unique by: names that differ in case alone are one. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

/** A query for accounts; narrow it with `where`. */
export function selectAccounts(db: UsersDb) {
  return db
    .selectFrom('users')
    .select(COLUMNS.map((column) => `users.${column}` as const))
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('two_factor')
            .select('two_factor.user_id')
            .whereRef('two_factor.user_id', '=', 'users.id')
            .where('two_factor.confirmed_at', 'is not', null),
        )
        .$castTo<boolean>()
        .as('two_factor_enabled'),
    );
}

/** @param id a UUID: PostgreSQL refuses anything else */
export function findAccount(db: UsersDb, id: string): Promise<Account | undefined> {
  return selectAccounts(db).where('users.id', '=', id).executeTakeFirst();
}

/** The account, which nobody else changes until the transaction ends. */
export function lockAccount(tx: UsersDb, id: string): Promise<Account | undefined> {
  return selectAccounts(tx).where('users.id', '=', id).forUpdate().executeTakeFirst();
}

/** An account as its owner and administrators see it. */
export function toUser(account: Account): User {
  return {
    user_id: account.id,
    username: account.username,
    email: account.email,
    role: account.role,
    is_active: account.is_active,
    two_factor_enabled: account.two_factor_enabled,
    created_at: account.created_at.toISOString(),
  };
}

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
