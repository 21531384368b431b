import type { Page } from '@playwright/test';

interface Counted {
  shifted: number;
  /** Each shift, in words: how far, when, and what moved from where to where. */
  told: string[];
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources?: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** Counts layout shifts on every page that is opened from now on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted: Counted = Object.assign(window, { shifted: 0, told: [] });
    const shown = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map((each) => each.toFixed(0)).join(' ');
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        counted.shifted += entry.value;
        const moved = (entry.sources ?? []).map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : (node?.parentElement ?? null);
          const text = node?.textContent?.slice(0, 40) ?? '';
          return `<${element?.tagName} class="${element?.className}"> “${text}”: ${shown(previousRect)} to ${shown(currentRect)}`;
        });
        counted.told.push(
          `${entry.value.toFixed(4)} at ${entry.startTime.toFixed(0)} ms: ${moved.join('; ')}`,
        );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** How far things on the page have shifted since it was opened, by the browser's measure. */
export async function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as Counted).shifted);
}

/** The same in words, for whoever has to find out why. */
export async function toldShifts(page: Page): Promise<string> {
  return page.evaluate(() => (window as unknown as Counted).told.join('\n'));
}
