import { TidemarkError } from '@tidemark/contracts/errors';
import type { Identity } from './identity.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ME = 'me';

/** Whether it is an id as ids are stored, in small letters; PostgreSQL refuses to look for anything else. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A request that names an account in its path. */
interface OfAccount {
  identity: Identity;
  params: { user_id: string };
}

/**
 * The id of the account in a path, which is the caller's own: `me` or its id. It is compared before anything is looked
 * up, so that somebody else's account cannot be told from one that does not exist.
 * @throws TidemarkError RESOURCE_NOT_FOUND for any other id
 */
export function ownAccountId({ identity: { userId }, params: { user_id } }: OfAccount): string {
  if (userId !== null && (user_id === ME || user_id.toLowerCase() === userId)) return userId;
  throw noSuchAccount();
}

export function noSuchAccount(): TidemarkError {
  return new TidemarkError('RESOURCE_NOT_FOUND', 'Account not found.');
}
