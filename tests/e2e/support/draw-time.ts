import type { Page } from '@playwright/test';

/** The last full draw of the chart, or of its overlays: points given, and ms from the data to the frame that shows them. */
export async function drawTime(
  page: Page,
  what: 'chart' | 'overlay' = 'chart',
): Promise<{ points: number; ms: number }> {
  return page.evaluate((name) => {
    const measure = performance.getEntriesByName(name).at(-1) as
      | (PerformanceMeasure & { detail: { points: number } })
      | undefined;
    return { points: measure?.detail.points ?? 0, ms: measure?.duration ?? Infinity };
  }, `tidemark:${what}-draw`);
}
