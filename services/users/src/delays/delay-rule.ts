/** How a row of failures turns into a delay. */
export interface DelayRule {
  /** The failure that brings the first delay, of a second; each further one doubles it. */
  from: number;
  /** No delay is longer, ms. */
  longestMs: number;
  /** Failures are in a row while no more than this is between two of them, ms. */
  forgottenAfterMs: number;
}

const HOUR_MS = 60 * 60_000;

/** Short, so that nobody can lock somebody else out for long. */
export const ACCOUNT_RULE: DelayRule = {
  from: 3,
  longestMs: 60_000,
  forgottenAfterMs: 2 * HOUR_MS,
};
/**
 * Who gives codes knows the password, and six digits are few. However the guesses are laid out, one an hour is what is left in
 * the end: 740 in 30 days at most. Three codes in a million are good at a time, so that a year of it finds one with 2.7 %.
 */
export const CODE_RULE: DelayRule = { from: 3, longestMs: HOUR_MS, forgottenAfterMs: 24 * HOUR_MS };
/** Many people may share an address, so it takes more of them; then it may be long. */
export const ADDRESS_RULE: DelayRule = {
  from: 10,
  longestMs: 15 * 60_000,
  forgottenAfterMs: 2 * HOUR_MS,
};
/** After this no rule remembers a failure, ms. */
export const ALL_FORGOTTEN_AFTER_MS = CODE_RULE.forgottenAfterMs;

const FIRST_MS = 1_000;

/** For how long nothing is tried after so many failures in a row, ms. */
export function delayAfter(failures: number, { from, longestMs }: DelayRule): number {
  if (failures < from) return 0;
  return Math.min(longestMs, FIRST_MS * 2 ** (failures - from));
}
