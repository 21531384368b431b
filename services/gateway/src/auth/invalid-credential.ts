import { TidemarkError } from '@tidemark/contracts/errors';

/** How an answer 401 says what was wrong (RFC 6750, 3): a token came and does not hold. */
export const INVALID_TOKEN = 'Bearer error="invalid_token"';

/** A refusal of what a client showed. It says nothing about why: whoever guesses learns nothing. */
export function invalidCredential(): TidemarkError {
  return new TidemarkError('UNAUTHORIZED', 'This sign-in does not hold, or no longer. Sign in.');
}
