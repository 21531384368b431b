import type { FastifyRequest } from 'fastify';
import { noSuchAccount, ownAccountId } from '../account/account-id.ts';
import { findAccount, type Account } from '../account/account.ts';
import type { UsersParts } from '../assemble.ts';

/** The caller's account, named in the path. @throws TidemarkError RESOURCE_NOT_FOUND for any other */
export async function ownAccount(
  { db }: Pick<UsersParts, 'db'>,
  request: FastifyRequest<{ Params: { user_id: string } }>,
): Promise<Account> {
  const account = await findAccount(db, ownAccountId(request.identity, request.params.user_id));
  if (!account) throw noSuchAccount();
  return account;
}
