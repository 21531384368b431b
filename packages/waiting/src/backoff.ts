export interface BackoffLimits {
  baseMs: number;
  capMs: number;
}

/**
 * Milliseconds to wait before try `attempt` (0: the first repeat): uniform in [0, min(cap, base × 2^attempt)).
 * Full jitter, as in "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @param random uniform in [0, 1)
 */
export function fullJitter(attempt: number, limits: BackoffLimits, random: () => number): number {
  return random() * Math.min(limits.capMs, limits.baseMs * 2 ** attempt);
}

/**
 * Milliseconds to wait before repeat `attempt` (0: the first): uniform in [1/2, 1) of min(cap, base × 2^attempt), for
 * what should neither come at once nor all together.
 * @param random uniform in [0, 1)
 */
export function halfJitter(attempt: number, limits: BackoffLimits, random: () => number): number {
  return ((1 + random()) / 2) * Math.min(limits.capMs, limits.baseMs * 2 ** attempt);
}
