import type { Bar } from './bars.ts';
import type { OverlayPoint } from './overlays.ts';

/** A point at a bar that is drawn. */
export interface AttachedPoint extends OverlayPoint {
  /** The bar after it has no value: no line leads there. */
  isLast: boolean;
}

/**
 * The points that have their bar on the chart, oldest first. Any other time would open an empty place among the bars.
 * @param bars oldest first
 */
export function attach(points: readonly OverlayPoint[], bars: readonly Bar[]): AttachedPoint[] {
  const byTime = new Map(points.map((point) => [point.time, point]));
  return bars.flatMap(({ time }, index) => {
    const point = byTime.get(time);
    const next = bars[index + 1];
    return point ? [{ ...point, isLast: next === undefined || !byTime.has(next.time) }] : [];
  });
}
