/** A row of failures; times in epoch ms. */
export interface FailureCount {
  failures: number;
  lastFailureAt: number;
  blockedUntil: number;
}

/** For how long no guess is checked, ms; 0: guess now. */
export function waitOf({ blockedUntil }: FailureCount, now: number): number {
  return Math.max(0, blockedUntil - now);
}

/** A guess more, which counts as wrong until it has turned out right. */
export function counted(before: FailureCount, now: number, rule: DelayRule): FailureCount {
  const forgotten = now - before.lastFailureAt > rule.forgottenAfterMs;
  const failures = 1 + (forgotten ? 0 : before.failures);
  return { failures, lastFailureAt: now, blockedUntil: now + delayAfter(failures, rule) };
}

/**
 * The count without a guess that turned out right: as it was before, but for what others have counted since. Nothing else is
 * taken back, so that who knows a right code clears nobody's wrong ones.
 */
export function takenBack(
  now: FailureCount,
  { before, after }: { before: FailureCount; after: FailureCount },
): FailureCount {
  const alone = now.failures === after.failures;
  const ours = now.blockedUntil === after.blockedUntil;
  return {
    failures: Math.max(0, alone ? before.failures : now.failures - 1),
    lastFailureAt: alone ? before.lastFailureAt : now.lastFailureAt,
    blockedUntil: ours ? before.blockedUntil : now.blockedUntil,
  };
}

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
