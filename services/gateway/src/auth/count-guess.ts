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
