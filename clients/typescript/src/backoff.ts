const BASE_MS = 500;
const CAP_MS = 30_000;

/**
 * Milliseconds before the next attempt, by full jitter: anywhere from 0 to a bound that doubles
 * with every attempt up to 30 s. `attempt` counts from 0; `random` gives 0 to 1.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function fullJitter(attempt: number, random: () => number): number {
  const bound = Math.min(CAP_MS, BASE_MS * 2 ** attempt);
  return Math.round(random() * bound);
}
