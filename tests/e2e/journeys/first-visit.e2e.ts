import { once } from 'node:events';
import { connect } from 'node:net';
import { dashboardOn, expect, test } from '../support/dashboard.ts';
import { beginPlatform } from '../support/platform.ts';

/** Resolves as soon as anything listens there. */
async function untilListening(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = connect({ host: hostname, port: Number(port) });
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
  }
}

test('a visit in the first moment of a start sees it wait, and becomes the dashboard without a reload', async ({
  browser,
}) => {
  const platform = await beginPlatform();
  const [url = ''] = platform.urls;
  const page = await browser.newPage({ baseURL: url });
  try {
    await untilListening(url);
    expect((await page.goto(url))?.status()).toBe(200);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await expect(page.getByTestId('starting')).toContainText(/^Starting: waiting for \S+/);
    await expect(dashboardOn(page).rows()).toHaveCount(30, { timeout: 60_000 });
    await expect(page.getByTestId('starting')).toHaveCount(0);
    await expect(dashboardOn(page).marketLine()).toContainText('Simulated market');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  } finally {
    await page.close();
    await platform.stop();
  }
});

test('an address that is none says so on a page', async ({ page }) => {
  const answer = await page.goto('/nowhere');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});
