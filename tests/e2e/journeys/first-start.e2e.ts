import type { Page } from '@playwright/test';
import { dashboardOn, expect, test } from '../support/dashboard.ts';
import { loadHistorySlowly, takeDown } from '../support/first-start.ts';
import { shiftsOf, toldShifts, watchShifts } from '../support/layout-shift.ts';

const LIMIT = 0.02;
const WIDTHS = [320, 768];
const PAGES = ['/', '/dashboard', '/login', '/login/forgot', '/register', '/profile', '/nowhere'];

// A page asks for its feeds every few seconds, and most of the time is waiting for that: both widths wait at once.
test('at a first start no page shifts at 320 and 768 px, nor when a venue goes down', async ({
  browser,
  baseURL,
}) => {
  await Promise.all(
    WIDTHS.map(async (width) => {
      const context = await browser.newContext({
        ...(baseURL !== undefined && { baseURL }),
        viewport: { width, height: 640 },
      });
      await walk(await context.newPage(), width);
      await context.close();
    }),
  );
});

async function walk(page: Page, width: number): Promise<void> {
  const dashboard = dashboardOn(page);
  await watchShifts(page);
  await loadHistorySlowly(page);
  for (const path of PAGES) {
    await page.goto(path);
    await expect(dashboard.marketLine()).toContainText(/Loading history, \d+ of 183/);
    if (path === '/profile') await expect(page).toHaveURL(/login/);
    if (path === '/dashboard') {
      await expect(dashboard.chart()).toHaveAttribute('aria-label', /last/);
    }
    await takeDown(page, 'coinbase');
    await expect(dashboard.marketLine()).toContainText('Coinbase is down', { timeout: 30_000 });
    const said = `${path} at ${width} px:\n${await toldShifts(page)}`;
    expect.soft(await shiftsOf(page), said).toBeLessThan(LIMIT);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await loadHistorySlowly(page);
  }
}
