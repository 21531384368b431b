import { TidemarkError } from '@tidemark/contracts/errors';
import type { Identity } from '@tidemark/service/identity/identity';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ME = 'me';

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * The id of the account in a path, which is the caller's own: `me` or its id. It is compared before anything is looked
 * up, so that somebody else's account cannot be told from one that does not exist.
 * @throws TidemarkError RESOURCE_NOT_FOUND for any other id
 */
export function ownAccountId({ userId }: Identity, named: string): string {
  if (userId !== null && (named === ME || named.toLowerCase() === userId)) return userId;
  throw noSuchAccount();
}

export function noSuchAccount(): TidemarkError {
  return new TidemarkError('RESOURCE_NOT_FOUND', 'Account not found.');
}
