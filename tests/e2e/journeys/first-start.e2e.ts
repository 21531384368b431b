import { expect, test } from '../support/dashboard.ts';
import { loadHistorySlowly, takeDown } from '../support/first-start.ts';
import { shiftsOf, watchShifts } from '../support/layout-shift.ts';

const LIMIT = 0.02;
const PAGES = ['/', '/dashboard', '/login', '/login/forgot', '/register', '/profile', '/nowhere'];

for (const width of [320, 768]) {
  test(`at a first start no page shifts at ${width} px, nor when a venue goes down`, async ({
    dashboard,
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
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
      expect.soft(await shiftsOf(page), path).toBeLessThan(LIMIT);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await loadHistorySlowly(page);
    }
  });
}
