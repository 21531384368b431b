import type { Page } from '@playwright/test';

/** The chart's last full draw: points given, and milliseconds from the data to the frame that shows them. */
export async function drawTime(page: Page): Promise<{ points: number; ms: number }> {
  return page.evaluate(() => {
    const measure = performance.getEntriesByName('tidemark:chart-draw').at(-1) as
      (PerformanceMeasure & { detail: { points: number } }) | undefined;
    return { points: measure?.detail.points ?? 0, ms: measure?.duration ?? Infinity };
  });
}
