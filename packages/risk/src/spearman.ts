import { pearson } from './correlation.ts';
import type { Values } from './moments.ts';

/**
 * `spearman`: Pearson's coefficient of ranks, equal values sharing the mean of their ranks (Spearman 1904). O(n log n).
 * Null below three pairs, or when one side is flat.
 */
export function spearman(x: Values, y: Values): number | null {
  return pearson(ranksOf(x), ranksOf(y));
}

/** Ranks from 1, equal values sharing the mean of theirs. */
export function ranksOf(values: Values): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && valueAt(values, order[end]) === valueAt(values, order[start]))
      end += 1;
    for (const place of order.slice(start, end)) ranks[place] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

function valueAt(values: Values, place = 0): number {
  return values[place] as number;
}
