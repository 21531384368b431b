import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** The dashboard as a person finds their way in it. */
export interface Dashboard {
  readonly page: Page;
  open(path?: string): Promise<void>;
  rows(): Locator;
  row(name: string): Locator;
  /** The button of a row that picks its coin; the other one is its star. */
  pick(row: Locator): Locator;
  chart(): Locator;
  marketLine(): Locator;
  feedButton(): Locator;
}

export function dashboardOn(page: Page): Dashboard {
  const table = page.getByRole('table', { name: /Coins with their live prices/ });
  const rows = () => table.locator('tbody tr[data-coin]');
  return {
    page,
    rows,
    async open(path = '/dashboard') {
      await page.goto(path);
      await expect(rows()).toHaveCount(30);
      await expect(rows().first().getByTestId('live-price')).not.toHaveText('—');
    },
    row: (name) =>
      rows().filter({ has: page.getByRole('button', { name: new RegExp(`^${name}\\b`) }) }),
    pick: (row) => row.getByRole('rowheader').getByRole('button'),
    chart: () => page.getByTestId('price-chart'),
    marketLine: () => page.getByTestId('market-line'),
    feedButton: () => page.getByRole('button', { name: /^Market feeds/ }),
  };
}

const addresses = process.env.TIDEMARK_E2E_URLS?.split(',') ?? [];
let turn = 0;

/** The product's addresses, turn about from test to test. */
function nextAddress(): string | undefined {
  turn += 1;
  return addresses[turn % addresses.length];
}

/** A test with the dashboard at hand and the running product as its base address. */
export const test = base.extend<{ dashboard: Dashboard }>({
  baseURL: async ({}, use) => use(nextAddress()),
  dashboard: async ({ page }, use) => {
    await use(dashboardOn(page));
    // A page asks on its own time: a request that a route still holds at the end is nobody's fault.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
});
export { expect };
