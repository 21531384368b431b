import { halfJitter } from '@tidemark/waiting/backoff';

/** Waits after each try that failed, ms: 5 s, 30 s, 2 min, 10 min, 1 h, 4 h. Bounds that do not double. */
const WAITS_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000, 14_400_000];

/**
 * Milliseconds to the next try: between half of its wait and all of it, and no sooner than the other side asks for. Null:
 * seven tries have failed, there is none.
 * @param attempts that have failed, from 1
 * @param retryAfterMs how long the other side asks to be left alone
 * @param random uniform in [0, 1)
 */
export function nextAttempt(
  attempts: number,
  retryAfterMs: number | null,
  random: () => number,
): number | null {
  const wait = WAITS_MS[attempts - 1];
  if (wait === undefined) return null;
  return Math.max(halfJitter(0, { baseMs: wait, capMs: wait }, random), retryAfterMs ?? 0);
}
