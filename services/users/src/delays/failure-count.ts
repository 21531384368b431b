import { delayAfter, type DelayRule } from './delay-rule.ts';

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
