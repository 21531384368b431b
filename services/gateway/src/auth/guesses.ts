import { TidemarkError } from '@tidemark/contracts/errors';

/** How an answer 401 says what was wrong (RFC 6750, 3): a token came and does not hold. */
export const INVALID_TOKEN = 'Bearer error="invalid_token"';

/** A refusal of what a client showed. It says nothing about why: whoever guesses learns nothing. */
export function invalidCredential(): TidemarkError {
  return new TidemarkError('UNAUTHORIZED', 'This sign-in does not hold, or no longer. Sign in.');
}

/**
 * Counts a request against its address; throws RATE_LIMITED. Called before anybody is asked about a credential that can be
 * made up, so that an address that is out of tokens costs no look-up. Credentials that were good once are no guesses.
 */
export type CountGuess = () => Promise<void>;

/** Counts a request at most once, however often it is called. */
export function countingOnce(count: () => Promise<void>): CountGuess {
  let counted: Promise<void> | undefined;
  return () => (counted ??= count());
}
