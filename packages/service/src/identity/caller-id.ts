import { TidemarkError } from '@tidemark/contracts/errors';
import type { Identity } from './identity.ts';

/** Who asks; of routes that need an account. @throws TidemarkError UNAUTHORIZED where it is nobody's */
export function callerId({ identity: { userId } }: { identity: Identity }): string {
  if (userId === null) throw new TidemarkError('UNAUTHORIZED', 'Sign in first.');
  return userId;
}
