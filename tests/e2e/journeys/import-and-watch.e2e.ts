import type { Locator, Page } from '@playwright/test';
import {
  expectNothingFromAxe,
  expectNoSidewaysScroll,
  inBothThemes,
} from '../support/accessible.ts';
import { field, openAsNew, section } from '../support/account.ts';
import { expect, test } from '../support/dashboard.ts';
import { BINANCE, COINBASE, OWN } from '../support/exports.ts';
import { drop, fileCard, firstPortfolio } from '../support/imports.ts';

/** Opens the columns of a file that cannot be read, once that is known. */
async function nameColumns(card: Locator): Promise<void> {
  const button = card.getByRole('button', { name: 'Say what its columns are' });
  await expect(button).toBeVisible();
  await button.click();
}

const star = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name: `Watch ${name}` }).first();

test('from nothing to a portfolio by two files, which can be taken back, and to a watchlist', async ({
  dashboard,
  page,
}) => {
  await openAsNew(page);
  await firstPortfolio(page);

  await drop(page, BINANCE, COINBASE);
  const binance = fileCard(page, BINANCE);
  await expect(binance).toContainText('Binance, statement of all operations');
  await expect(binance).toContainText('Times are read as UTC');
  await expect(section(binance, 'Refused rows')).toContainText('line 10');
  await expect(fileCard(page, COINBASE)).toContainText('Coinbase');
  await page.getByRole('button', { name: 'Import 7 transactions of 2 files' }).click();
  const result = page.getByRole('status').filter({ hasText: 'transactions are in' });
  await expect(result).toContainText('7 transactions are in.');

  await result.getByRole('link', { name: 'Look at the transactions' }).click();
  const table = page.getByRole('table', { name: /Transactions, newest first/ });
  await expect(table.getByRole('row')).toHaveCount(8);
  await expect(table).toContainText('binance.csv, lines 3 to 5');
  await page.getByLabel('Asset').fill('sol');
  await page.getByLabel('Asset').press('Enter');
  await expect(table.getByRole('row')).toHaveCount(3);

  await page.getByRole('tab', { name: 'Import' }).click();
  await drop(page, COINBASE);
  await expect(page.getByRole('button', { name: 'Nothing new to import' })).toBeDisabled();
  await fileCard(page, COINBASE)
    .getByRole('button', { name: /Leave .* out/ })
    .click();
  await section(page, 'Imports until now').getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(section(page, 'Imports until now')).toContainText('taken back');
  await page.getByRole('tab', { name: 'Transactions' }).click();
  await expect(page.getByText('There is nothing in Savings yet')).toBeVisible();

  await dashboard.open();
  await star(dashboard.row('Solana'), 'Solana').click();
  await expect(star(dashboard.row('Solana'), 'Solana')).toHaveAttribute('aria-pressed', 'true');
  await star(section(page, 'Chart'), 'Bitcoin').click();
  await page.getByRole('link', { name: 'Watchlist' }).first().click();
  const watched = page.getByRole('main').getByRole('listitem');
  await expect(watched.getByRole('link')).toHaveText(['Solana', 'Bitcoin']);
  await expect(watched.first().getByTestId('live-price')).toHaveText(/\d/);
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.getByRole('button', { name: /^Move Bitcoin/ }).press('ArrowUp');
  await expect(watched.getByRole('link')).toHaveText(['Bitcoin', 'Solana']);
  expect((await kept).ok()).toBe(true);
  await page.reload();
  await expect(watched.getByRole('link')).toHaveText(['Bitcoin', 'Solana']);
});

test('a file of no venue is read by the columns that a person names, and they are kept', async ({
  page,
}) => {
  await openAsNew(page);
  await firstPortfolio(page);
  await drop(page, OWN);
  const card = fileCard(page, OWN);
  await nameColumns(card);
  await field(card, 'Time (needed)').selectOption('When');
  await field(card, 'Amount that came').selectOption('Got');
  await field(card, 'Asset that came').selectOption('Coin that came');
  await field(card, 'Amount that went').selectOption('Gave');
  await field(card, 'Asset that went').selectOption('Coin that went');
  await card.getByRole('button', { name: 'Read it by these columns' }).click();
  await expect(card).toContainText('2 Swap');
  await field(page, 'Keep what the columns are under a name (optional)').fill('My ledger');
  await page.getByRole('button', { name: 'Import 2 transactions' }).click();
  await expect(page.getByText('2 transactions are in.').first()).toBeVisible();
});

test('a transaction by hand: what is wrong is said at its field, and it is changed and deleted', async ({
  page,
}) => {
  await openAsNew(page);
  await firstPortfolio(page);
  await page.getByRole('tab', { name: 'Transactions' }).click();
  await page.getByRole('button', { name: 'Add a transaction' }).click();
  const dialog = page.getByRole('dialog');
  await field(dialog, 'Asset').fill('bitcoin');
  await field(dialog, 'Asset').press('Enter');
  await expect(field(dialog, 'Asset')).toHaveValue('BTC');
  await field(dialog, 'Money in all, without fee').fill('1,000');
  await dialog.getByRole('button', { name: 'Add transaction' }).click();
  await expect(field(dialog, 'Quantity')).toBeFocused();
  await expect(field(dialog, 'Quantity')).toHaveAccessibleDescription(/Say how much/);
  await field(dialog, 'Quantity').fill('0.5');
  await dialog.getByRole('button', { name: 'Use this price' }).click();
  await expect(field(dialog, 'Price for one')).toHaveValue(/^\d+(\.\d+)?$/);
  await field(dialog, 'Price for one').fill('2000');
  await dialog.getByRole('button', { name: 'Add transaction' }).click();
  const table = page.getByRole('table', { name: /Transactions, newest first/ });
  await expect(table).toContainText('-1,000 EUR');

  await table.getByRole('button', { name: /^More for Buy/ }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  await field(dialog, 'Quantity').fill('0.25');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(table).toContainText('+0.25 BTC');
  await table.getByRole('button', { name: /^More for Buy/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('There is nothing in Savings yet')).toBeVisible();
});

/** Whether the page is as it should be in both themes and keeps to its width. */
async function look(page: Page): Promise<void> {
  await inBothThemes(page, () => expectNothingFromAxe(page));
  await expectNoSidewaysScroll(page);
}

for (const width of [320, 1440]) {
  test(`axe finds nothing on imports and transactions at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openAsNew(page);
    await firstPortfolio(page);
    await drop(page, BINANCE, OWN);
    await nameColumns(fileCard(page, OWN));
    await expect(section(fileCard(page, BINANCE), 'Refused rows')).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: 'Import 4 transactions' }).click();
    await expect(page.getByText('4 transactions are in.').first()).toBeVisible();
    await look(page);
    await page.getByRole('tab', { name: 'Transactions' }).click();
    await expect(page.getByRole('table', { name: /newest first/ })).toBeVisible();
    await look(page);
  });

  test(`axe finds nothing on a first portfolio, a form and a watchlist at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await openAsNew(page);
    await page.goto('/portfolio/');
    await expect(section(page, 'Your first portfolio')).toBeVisible();
    await look(page);
    await firstPortfolio(page);
    await page.getByRole('tab', { name: 'Transactions' }).click();
    await page.getByRole('button', { name: 'Add a transaction' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page);
    await page.goto('/watchlist/');
    await page.getByLabel('Add a coin').fill('bitcoin');
    await page.getByLabel('Add a coin').press('Enter');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
    await look(page);
  });
}
