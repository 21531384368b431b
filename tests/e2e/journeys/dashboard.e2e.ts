import { expect, test } from '../support/dashboard.ts';

test('the front page is a dashboard with 30 coins whose prices move', async ({ dashboard }) => {
  await dashboard.open('/');
  const prices = dashboard.rows().getByTestId('live-price');
  const before = await prices.allTextContents();
  expect(before.filter((price) => /\d/.test(price))).toHaveLength(30);
  await expect
    .poll(async () => {
      const now = await prices.allTextContents();
      return now.filter((price, index) => price !== before[index]).length;
    })
    .toBeGreaterThan(5);
});

test('a simulated market is said to be simulated on the page and on each price', async ({
  dashboard,
}) => {
  await dashboard.open();
  await expect(dashboard.marketLine()).toContainText(
    'Simulated market — prices are generated, not real',
  );
  await expect(dashboard.row('Bitcoin').first()).toContainText('Sim');
  await expect(dashboard.feedButton()).toContainText('Simulated');
});

test('the feeds tell their state on asking', async ({ dashboard, page }) => {
  await dashboard.open();
  await dashboard.feedButton().click();
  const details = page.getByRole('dialog', { name: 'Market feeds' });
  await expect(details).toContainText('connected');
  await expect(details.getByRole('listitem')).toHaveCount(2);
  await expect(details).toContainText('Binance');
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(dashboard.feedButton()).toBeFocused();
});

test('columns sort both ways and a search narrows the market', async ({ dashboard, page }) => {
  await dashboard.open();
  const first = () => dashboard.rows().first();
  const priceColumn = page.getByRole('columnheader', { name: /Price/ });
  await priceColumn.getByRole('button').click();
  await expect(priceColumn).toHaveAttribute('aria-sort', 'descending');
  await expect(first()).toHaveAttribute('data-coin', 'bitcoin');
  await priceColumn.getByRole('button').click();
  await expect(priceColumn).toHaveAttribute('aria-sort', 'ascending');
  await expect(first()).not.toHaveAttribute('data-coin', 'bitcoin');

  await page.getByRole('columnheader', { name: 'Coin' }).getByRole('button').click();
  await expect(first()).toHaveAttribute('data-coin', 'aave');

  const search = page.getByRole('searchbox', { name: 'Search coins' });
  await search.fill('doge');
  await expect(dashboard.rows()).toHaveCount(1);
  await search.fill('nothing like it');
  await expect(page.getByText('No coin matches “nothing like it”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all coins' }).click();
  await expect(dashboard.rows()).toHaveCount(30);
});

test('a coin that is picked stays picked through reload, and Back returns to the last', async ({
  dashboard,
  page,
}) => {
  await dashboard.open();
  const title = page.getByRole('region', { name: 'Chart' }).getByRole('heading');
  await expect(title).toContainText('Bitcoin');
  await dashboard.row('Ethereum').click();
  await expect(page).toHaveURL(/\?coin=ethereum$/);
  await expect(title).toContainText('Ethereum');
  await page.reload();
  await expect(title).toContainText('Ethereum');
  await expect(dashboard.pick(dashboard.row('Ethereum'))).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(title).toContainText('Bitcoin');
});

test('the light theme is kept and is there before the page is drawn', async ({
  dashboard,
  page,
}) => {
  await dashboard.open();
  const root = page.locator('html');
  await expect(root).not.toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: 'Light theme' }).click();
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.reload({ waitUntil: 'commit' });
  await page.waitForSelector('body', { state: 'attached' });
  expect(await root.getAttribute('data-theme')).toBe('light');
});

test('a page that does not exist says so and leads back', async ({ page }) => {
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await page.getByRole('link', { name: 'To the dashboard', exact: true }).click();
  await expect(page).toHaveURL(/\/dashboard\/?$/);
});
