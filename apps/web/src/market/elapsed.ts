/** The wall clock may be this much ahead of what the monotonic one counted before it is believed instead, ms. */
const SLEEP = 1_000;

/**
 * A clock that tells how much time goes by, ms from an arbitrary moment, whatever the device's date is set to. What it
 * slept, which a monotonic clock need not count, is taken from the wall clock; it never goes back.
 */
export function createElapsed(wall: () => number, monotonic: () => number): () => number {
  let [lastWall, lastMonotonic] = [wall(), monotonic()];
  let elapsed = 0;
  return () => {
    const [nowWall, nowMonotonic] = [wall(), monotonic()];
    const counted = Math.max(0, nowMonotonic - lastMonotonic);
    const slept = nowWall - lastWall - counted;
    elapsed += counted + (slept > SLEEP ? slept : 0);
    [lastWall, lastMonotonic] = [nowWall, nowMonotonic];
    return elapsed;
  };
}

/** Of this page. */
export const elapsed = createElapsed(
  () => Date.now(),
  () => performance.now(),
);
