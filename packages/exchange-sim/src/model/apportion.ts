/**
 * Shares a whole number out by weights, in whole numbers that sum to it exactly: each share is the difference of
 * two rounded-down running totals.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  let sum = 0;
  for (const weight of weights) sum += weight;
  const shares: number[] = [];
  let running = 0;
  let given = 0;
  for (let i = 0; i < weights.length; i += 1) {
    running += weights[i] as number;
    const upTo =
      i === weights.length - 1 ? total : Math.min(total, Math.floor(total * (running / sum)));
    shares.push(upTo - given);
    given = upTo;
  }
  return shares;
}
