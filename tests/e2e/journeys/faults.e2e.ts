import type { WebSocketRoute } from '@playwright/test';
import { expect, test } from '../support/dashboard.ts';

test('when the API is down, each panel says so and recovers on a retry', async ({
  dashboard,
  page,
}) => {
  // The panels also ask on their own time: what brings them back is to be the button.
  let canReturn = false;
  const pressed = () => page.evaluate(() => document.body.dataset['pressed'] === 'yes');
  await page.route('**/api/market/**', async (route) =>
    canReturn && (await pressed()) ? route.continue() : route.abort(),
  );
  await page.goto('/dashboard');
  await expect(dashboard.marketLine()).toContainText('The server is out of reach');
  const market = page.getByRole('region', { name: 'Market', exact: true });
  await expect(market.getByRole('alert')).toContainText('The market could not be loaded.');
  const movers = page.getByRole('region', { name: 'Movers' });
  await expect(movers.getByRole('alert')).toContainText('Movers could not be loaded.');
  await page.evaluate(() => {
    const note = () => (document.body.dataset['pressed'] = 'yes');
    document.addEventListener('click', note, { capture: true });
  });
  canReturn = true;
  await movers.getByRole('button', { name: 'Try again' }).click();
  await expect(movers.getByRole('listitem').first()).toContainText('%');
  await expect(dashboard.rows()).toHaveCount(30);
  await expect(dashboard.marketLine()).toContainText('Simulated market');
  await expect(dashboard.marketLine()).not.toContainText('out of reach');
});

test('a chart that fails to load says why and is there after a retry', async ({
  dashboard,
  page,
}) => {
  let broken = true;
  const answer = {
    success: false,
    error: { code: 'INTERNAL_ERROR', message: 'The store is resting.' },
    meta: { timestamp: new Date().toISOString(), request_id: 'e2e' },
  };
  await page.route('**/api/market/candles/**', (route) =>
    broken ? route.fulfill({ status: 500, json: answer }) : route.continue(),
  );
  await dashboard.open();
  const chart = page.getByRole('region', { name: 'Chart' });
  await expect(chart.getByRole('alert')).toContainText('The store is resting.');
  broken = false;
  await chart.getByRole('button', { name: 'Try again' }).click();
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /last/);
});

test('a coin without stored candles gets an explanation, not an empty box', async ({
  dashboard,
  page,
}) => {
  await page.route('**/api/market/candles/**', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { data: { candles: unknown[] } };
    body.data.candles = [];
    await route.fulfill({ json: body });
  });
  await dashboard.open();
  await expect(page.getByRole('region', { name: 'Chart' })).toContainText(
    'No trades of Bitcoin are stored',
  );
});

test('a stream that drops is said to be gone and comes back by itself', async ({
  dashboard,
  page,
}) => {
  const lines: WebSocketRoute[] = [];
  let refusing = false;
  await page.routeWebSocket(/\/ws\/prices/, (line) => {
    lines.push(line);
    if (refusing) void line.close({ code: 1013 });
    else line.connectToServer();
  });
  await dashboard.open();
  await expect(dashboard.feedButton()).toContainText('Simulated');
  refusing = true;
  await lines.at(-1)?.close({ code: 1001 });
  await expect(dashboard.feedButton()).toContainText('Reconnecting');
  await expect(dashboard.marketLine()).toContainText('Live updates are interrupted');
  await expect(dashboard.marketLine()).toContainText('Simulated market');
  refusing = false;
  await expect(dashboard.feedButton()).toContainText('Simulated');
  expect(lines.length).toBeGreaterThan(1);
  const prices = dashboard.rows().getByTestId('live-price');
  const before = await prices.allTextContents();
  await expect.poll(() => prices.allTextContents()).not.toEqual(before);
});

test('a feed that is down is named, with what the prices rest on', async ({ dashboard, page }) => {
  await page.route('**/api/market/feeds', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as {
      data: { market: string; feeds: { exchange: string; status: string }[] };
    };
    body.data.market = 'live';
    for (const feed of body.data.feeds) if (feed.exchange === 'coinbase') feed.status = 'down';
    await route.fulfill({ json: body });
  });
  await dashboard.open();
  await expect(dashboard.marketLine()).toContainText(
    /Coinbase is down since \d\d:\d\d UTC — prices rest on Binance/,
  );
  await expect(dashboard.feedButton()).toContainText('Degraded');
});

test('without a network the page says that it is offline and returns when it is back', async ({
  dashboard,
  context,
}) => {
  await dashboard.open();
  await context.setOffline(true);
  await expect(dashboard.feedButton()).toContainText('Offline');
  await context.setOffline(false);
  await expect(dashboard.feedButton()).toContainText('Simulated');
});
