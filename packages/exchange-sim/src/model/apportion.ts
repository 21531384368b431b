/**
 * Shares a whole number out by weights, in whole numbers that sum to it exactly: each share is the difference of
 * two rounded-down running totals.
 */
export function apportion(total: number, weights: ArrayLike<number>): Float64Array {
  const count = weights.length;
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += weights[i] as number;
  const shares = new Float64Array(count);
  const scale = total / sum;
  let running = 0;
  let given = 0;
  for (let i = 0; i < count - 1; i += 1) {
    running += weights[i] as number;
    const upTo = Math.min(total, Math.floor(running * scale));
    shares[i] = upTo - given;
    given = upTo;
  }
  shares[count - 1] = total - given;
  return shares;
}
