import type { Page, WebSocketRoute } from '@playwright/test';
import { expect, test, type Dashboard } from '../support/dashboard.ts';

/** Every price looks stale, in the words that everybody reads too: the table, the movers, the strip, the chart. */
async function expectAllStale({ page, rows, feedButton }: Dashboard): Promise<void> {
  const summary = page.getByRole('main');
  await expect(summary).toContainText('0 fresh · 30 stale', { timeout: 40_000 });
  await expect(rows().filter({ hasText: 'Stale' })).toHaveCount(30);
  await expect(rows().first()).toContainText('Sim');
  const movers = page.getByRole('region', { name: 'Movers' }).getByRole('listitem');
  await expect(movers.first()).toContainText('Stale');
  await expect(page.getByRole('region', { name: 'Chart' })).toContainText('Stale');
  expect(await coloured(page)).toBe(0);
  await expect(feedButton()).toContainText(/Stale|Offline/);
}

/** How many figures of the table and the movers are green or red. */
function coloured(page: Page): Promise<number> {
  return page
    .locator('tbody, [aria-label="Movers"] ol')
    .locator('.text-up, .text-down')
    .locator('visible=true')
    .filter({ hasNotText: 'Stale' })
    .count();
}

test('offline, prices grow stale by themselves, and are fresh again when the network is back', async ({
  context,
  dashboard,
  page,
}) => {
  await dashboard.open();
  await expect(page.getByRole('main')).toContainText(/[1-9]\d* fresh · \d+ stale/);
  await context.setOffline(true);
  await expectAllStale(dashboard);
  await context.setOffline(false);
  await expect(page.getByRole('main')).toContainText('30 fresh · 0 stale');
});

test('what the server calls stale looks so, though it is simulated', async ({
  dashboard,
  page,
}) => {
  const lines: WebSocketRoute[] = [];
  const worn = (text: string) => text.replaceAll(/"quality":"\w+"/g, '"quality":"stale"');
  await page.routeWebSocket(/\/ws\/prices/, (line) => {
    lines.push(line);
    line.connectToServer().onMessage((text) => line.send(worn(String(text))));
  });
  await page.route('**/api/market/prices', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ contentType: 'application/json', body: worn(await answer.text()) });
  });
  await dashboard.open();
  await expectAllStale(dashboard);
  await expect(dashboard.marketLine()).toContainText('prices are stale');
  await expect(dashboard.marketLine()).toContainText('Simulated market');
});

test('a date of the device that is minutes wrong makes no price stale', async ({
  dashboard,
  page,
}) => {
  await page.clock.install({ time: Date.now() + 11 * 60_000 });
  await dashboard.open();
  await expect(page.getByRole('main')).toContainText('30 fresh · 0 stale');
});
