import type { Bar } from './bars.ts';
import type { OverlayPoint } from './overlays.ts';

/** A point at a bar that is drawn. */
export interface AttachedPoint extends OverlayPoint {
  /** The next bar has no value, and a later one has: no line leads over the hole. */
  isBeforeHole: boolean;
}

/**
 * The points that have their bar on the chart, oldest first. Any other time would open an empty place among the bars.
 * @param bars oldest first
 */
export function attach(points: readonly OverlayPoint[], bars: readonly Bar[]): AttachedPoint[] {
  const byTime = new Map(points.map((point) => [point.time, point]));
  const placed = bars.map(({ time }) => byTime.get(time));
  const last = placed.findLastIndex((point) => point !== undefined);
  return placed.flatMap((point, index) =>
    point ? [{ ...point, isBeforeHole: index < last && placed[index + 1] === undefined }] : [],
  );
}
