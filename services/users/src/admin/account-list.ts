import type { User } from '@tidemark/contracts/user';
import type { ExpressionBuilder } from 'kysely';
import Type from 'typebox';
import { nameKey, selectAccounts, toUser, type Account } from '../account/account.ts';
import type { UsersTables, UsersDb } from '../tables.ts';
import { DEFAULT_PAGE, pageOf, readCursor, type Page } from '@tidemark/service/page-cursor';

/** When the last one was made, epoch ms, and its id. */
const PlaceSchema = Type.Tuple([
  Type.Integer({ minimum: 0, maximum: 8.64e15 }),
  Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
]);

export interface AccountsWanted {
  /** Left out: `DEFAULT_PAGE`. */
  limit?: number | undefined;
  cursor?: string | undefined;
  /** A part of a username or an email, in any case. */
  search?: string | undefined;
}

/**
 * Accounts, newest first. Going on from a cursor gives each account that was there at the beginning once, whatever is
 * made meanwhile.
 * @throws TidemarkError INVALID_REQUEST for a cursor that is none
 */
export async function listAccounts(
  db: UsersDb,
  { limit = DEFAULT_PAGE, cursor, search }: AccountsWanted,
): Promise<Page<User>> {
  let query = selectAccounts(db)
    .orderBy('users.created_at', 'desc')
    .orderBy('users.id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) {
    const [createdAt, id] = readCursor(cursor, PlaceSchema);
    query = query.where((eb) =>
      eb(eb.refTuple('users.created_at', 'users.id'), '<', eb.tuple(new Date(createdAt), id)),
    );
  }
  if (search !== undefined && search !== '') query = query.where(named(search));
  return pageOf(await query.execute(), limit, placeOf, toUser);
}

function placeOf({ created_at, id }: Account): [number, string] {
  return [created_at.getTime(), id];
}

/** A part of a name, as it is written: `%` and `_` stand for themselves. */
function named(search: string) {
  const pattern = `%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`;
  return (eb: ExpressionBuilder<UsersTables, 'users'>) =>
    eb.or([eb('users.username_key', 'like', pattern), eb('users.email_key', 'like', pattern)]);
}
