import type { EquityPoint } from '@tidemark/contracts/backtest';

/**
 * At most `most` points (3 or more), at even distances, oldest first. The first, the last and the one with the deepest
 * drawdown are always among them, so that a drawing shows the whole fall.
 */
export function thinEquity(points: readonly EquityPoint[], most: number): EquityPoint[] {
  if (points.length <= most) return [...points];
  const chosen = new Set([deepestOf(points)]);
  const steps = most - 2;
  for (let i = 0; i <= steps; i++) chosen.add(Math.round((i * (points.length - 1)) / steps));
  return points.filter((_, i) => chosen.has(i));
}

function deepestOf(points: readonly EquityPoint[]): number {
  let deepest = 0;
  for (const [i, { drawdown }] of points.entries()) {
    if (drawdown > (points[deepest]?.drawdown ?? 0)) deepest = i;
  }
  return deepest;
}
