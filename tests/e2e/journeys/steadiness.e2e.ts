import { expect, test } from '../support/dashboard.ts';

const LIMIT = 0.02;

interface Shift {
  value: number;
  nodes: string[];
}

for (const width of [320, 768, 1440]) {
  test(`nothing shifts at ${width} px while the page loads and prices move`, async ({
    dashboard,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
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
    await dashboard.open();
    await expect(dashboard.chart()).toHaveAttribute('aria-label', /last/);
    await page.waitForTimeout(12_000);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
    const total = shifts.reduce((sum, { value }) => sum + value, 0);
    console.log(`layout shift at ${width} px: ${total.toFixed(4)}`);
    expect(total, JSON.stringify(shifts, null, 2)).toBeLessThan(LIMIT);
  });
}
