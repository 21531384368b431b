import type { Values } from './moments.ts';

/**
 * Target downside deviation: sqrt(Σ min(0, r − target)² / n) over all n returns, those above the target counting as 0
 * (Sortino and van der Meer 1991). Not the deviation of the returns below the target alone, which is another and larger
 * number. Null of nothing.
 *
 * @param target lowest acceptable return of a bar, as a fraction
 */
export function downsideDeviation(returns: Values, target = 0): number | null {
  if (returns.length === 0) return null;
  let squares = 0;
  for (let i = 0; i < returns.length; i += 1) squares += shortfallSquared(returns[i], target);
  return Math.sqrt(squares / returns.length);
}

/** min(0, r − target)² */
export function shortfallSquared(value = 0, target = 0): number {
  return Math.min(value - target, 0) ** 2;
}
