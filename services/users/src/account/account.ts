import type { User } from '@tidemark/contracts/user';
import type { Kysely, Selectable } from 'kysely';
import type { UsersTables } from '../tables.ts';

const COLUMNS = [
  'users.id',
  'users.username',
  'users.email',
  'users.password_hash',
  'users.role',
  'users.is_active',
  'users.created_at',
] as const;

type Stored = Selectable<UsersTables['users']>;

/** An account as it is stored, and whether its second factor counts. */
export type Account = Pick<
  Stored,
  'id' | 'username' | 'email' | 'password_hash' | 'role' | 'is_active' | 'created_at'
> & { two_factor_enabled: boolean };

/** What accounts are unique by: names that differ in case alone are one. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

/** A query for accounts; narrow it with `where`. */
export function selectAccounts(db: Kysely<UsersTables>) {
  return db
    .selectFrom('users')
    .select(COLUMNS)
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
export function findAccount(db: Kysely<UsersTables>, id: string): Promise<Account | undefined> {
  return selectAccounts(db).where('users.id', '=', id).executeTakeFirst();
}

/** The account, which nobody else changes until the transaction ends. */
export function lockAccount(tx: Kysely<UsersTables>, id: string): Promise<Account | undefined> {
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
