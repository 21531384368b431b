import type { Page } from '@playwright/test';
import { dashboardOn, expect, test } from '../support/dashboard.ts';

const LIMIT = 0.02;

interface Shift {
  value: number;
  nodes: string[];
}

async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Shift[] = [];
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        };
        const nodes = sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 120) : (node?.textContent ?? ''),
        );
        seen.push({ value, nodes });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

test('nothing shifts at 320, 768 and 1440 px while the page loads and prices move', async ({
  baseURL,
  browser,
}) => {
  const pages = await Promise.all(
    [320, 768, 1440].map(async (width) => {
      const viewport = { width, height: 900 };
      const page = await browser.newPage({ viewport, ...(baseURL !== undefined && { baseURL }) });
      await noteShifts(page);
      return { width, page };
    }),
  );
  for (const { page } of pages) {
    const dashboard = dashboardOn(page);
    await dashboard.open();
    await expect(dashboard.chart()).toHaveAttribute('aria-label', /last/);
  }
  // No condition says that nothing more is to come: prices and movers have moved several times by then.
  await pages[0]?.page.waitForTimeout(12_000);
  for (const { width, page } of pages) {
    const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
    const total = shifts.reduce((sum, { value }) => sum + value, 0);
    console.log(`layout shift at ${width} px: ${total.toFixed(4)}`);
    expect.soft(total, JSON.stringify(shifts, null, 2)).toBeLessThan(LIMIT);
    await page.context().close();
  }
});
