/** A line's slope through points, robust against the odd one out. */
export interface Slope {
  slope: number;
  /** 95 % confidence interval of the slope. */
  low: number;
  high: number;
}

export type Point = readonly [x: number, y: number];

/** Of the standard normal distribution, for 95 % in the middle. */
const Z = 1.96;

/**
 * The median of the slopes between all pairs of points (Theil 1950), with Sen's interval (1968): the slopes whose
 * ranks lie Z standard deviations of Kendall's S around the middle. NaN with fewer than two points.
 */
export function theilSen(points: readonly Point[]): Slope {
  const slopes = points
    .flatMap(([x1, y1], i) => points.slice(i + 1).map(([x2, y2]) => (y2 - y1) / (x2 - x1)))
    .sort((a, b) => a - b);
  const n = points.length;
  const spread = Z * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const last = slopes.length - 1;
  const at = (rank: number) => slopes[Math.min(last, Math.max(0, Math.round(rank)))] ?? NaN;
  return {
    slope: median(slopes),
    low: at((slopes.length - spread) / 2 - 1),
    high: at((slopes.length + spread) / 2),
  };
}

/** Of values in ascending order; NaN of none. */
function median(ascending: readonly number[]): number {
  const half = ascending.length / 2;
  const above = ascending[Math.floor(half)] ?? NaN;
  return Number.isInteger(half) ? (above + (ascending[half - 1] ?? NaN)) / 2 : above;
}
