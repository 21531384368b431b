import { MISSING } from './price.ts';

export type Direction = 'up' | 'down' | 'flat';

/** Direction of a change as it is shown: what rounds to 0.00 is flat. Null: not known. */
export function directionOf(change: number | null | undefined): Direction | null {
  if (change === null || change === undefined || !Number.isFinite(change)) return null;
  if (Math.abs(change) < 0.005) return 'flat';
  return change > 0 ? 'up' : 'down';
}

/** A change in percent without its sign, `2.31%`: the sign is a glyph beside it. */
export function formatPercentSize(change: number | null | undefined): string {
  if (change === null || change === undefined || !Number.isFinite(change)) return MISSING;
  return `${Math.abs(change).toFixed(2)}%`;
}
