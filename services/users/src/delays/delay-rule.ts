/** How a row of failures turns into a delay. */
export interface DelayRule {
  /** The failure that brings the first delay, of a second; each further one doubles it. */
  from: number;
  /** No delay is longer, ms. */
  longestMs: number;
}

/** Short, so that nobody can lock somebody else out for long. */
export const ACCOUNT_RULE: DelayRule = { from: 3, longestMs: 60_000 };
/**
 * Who gives codes knows the password, and six digits are few: at an hour each, guessing takes decades. It locks out
 * nobody whose password is their own.
 */
export const CODE_RULE: DelayRule = { from: 3, longestMs: 60 * 60_000 };
/** Many people may share an address, so it takes more of them; then it may be long. */
export const ADDRESS_RULE: DelayRule = { from: 10, longestMs: 15 * 60_000 };
/** Failures are in a row while none of them is older than this, ms. */
export const FORGOTTEN_AFTER_MS = 2 * 60 * 60_000;

const FIRST_MS = 1_000;

/** For how long nothing is tried after so many failures in a row, ms. */
export function delayAfter(failures: number, { from, longestMs }: DelayRule): number {
  if (failures < from) return 0;
  return Math.min(longestMs, FIRST_MS * 2 ** (failures - from));
}
