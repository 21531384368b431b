import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { extractText } from 'unpdf';
import {
  expectNothingFromAxe,
  expectNoSidewaysScroll,
  inBothThemes,
} from '../support/accessible.ts';
import { openAsNew, section } from '../support/account.ts';
import { expect, test } from '../support/dashboard.ts';
import { BINANCE, COINBASE } from '../support/exports.ts';
import { drop, firstPortfolio } from '../support/imports.ts';
import { openPortfolio } from '../support/portfolio.ts';

/** What a browser saves when something is clicked. */
async function saved(
  page: Page,
  click: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await click();
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('from an account and two exports to a value that moves, a gain that is explained, and files for the tax', async ({
  page,
}) => {
  await openAsNew(page);
  await firstPortfolio(page);
  await drop(page, BINANCE, COINBASE);
  await page.getByRole('button', { name: 'Import 7 transactions of 2 files' }).click();
  await expect(page.getByText('7 transactions are in.').first()).toBeVisible();

  await page.getByRole('tab', { name: 'Overview' }).click();
  const value = page.getByTestId('total-value');
  await expect(value).toHaveText(/^€[\d,]+\.\d\d$/);
  const first = await value.textContent();
  await expect(value).not.toHaveText(first ?? '');
  const held = page.getByRole('table', { name: /What is held/ });
  await expect(held).toContainText('10.012');
  await held.getByRole('button', { name: 'Watch Solana' }).click();
  await expect(held.getByRole('button', { name: 'Watch Solana' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await section(page, 'Worth')
    .getByRole('button', { name: /computed: Realised gains/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Realised gains' });
  // 910.4 less 0.91 for a quarter of what had cost 3,201.5 and 3.3.
  await expect(dialog.getByTestId('how-value')).toHaveText('€108.29');
  await expect(dialog.getByTestId('how-formula')).toContainText('proceeds − cost');
  await dialog.getByRole('link', { name: 'to the transaction' }).first().click();
  await expect(page).toHaveURL(/tab=transactions&transaction=[0-9a-f-]{36}/);
  await expect(page.getByRole('main')).toContainText('binance.csv, lines');

  await page.getByRole('tab', { name: 'Lots & gains' }).click();
  const years = section(page, 'Tax years').getByRole('row', { name: /^2026/ });
  const disposals = await saved(page, () => years.getByRole('button', { name: /^CSV/ }).click());
  expect(disposals.name).toBe('disposals-2026.csv');
  expect(disposals.bytes.toString()).toContain('BTC');
  const report = await saved(page, () => years.getByRole('button', { name: /^PDF/ }).click());
  expect(report.name).toBe('report-2026.pdf');
  const { text } = await extractText(new Uint8Array(report.bytes), { mergePages: true });
  expect(text).toContain('Savings');
  expect(text).toContain('BTC');
});

test('hidden amounts stay hidden in this browser, and percentages stay', async ({
  page,
  request,
}) => {
  await openPortfolio(page, request);
  await page.getByRole('button', { name: 'Hide amounts' }).click();
  const main = page.getByRole('main');
  await expect(page.getByTestId('total-value')).toContainText('hidden');
  await page.reload();
  await expect(page.getByTestId('total-value')).toContainText('hidden');
  await expect(section(page, 'Worth')).not.toContainText('$');
  await expect(section(page, 'Positions')).not.toContainText('0.05148673');
  await expect(section(page, 'Positions')).toContainText('%');
  await expect(main.getByRole('button', { name: 'Hide amounts' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

for (const width of [320, 1440]) {
  test(`axe finds nothing on the overview at ${width} px in either theme`, async ({
    page,
    request,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPortfolio(page, request);
    await expect(section(page, 'Risk')).toContainText('Volatility');
    await expect(section(page, 'History').getByRole('img', { name: /^Value from/ })).toBeVisible();
    await inBothThemes(page, () => expectNothingFromAxe(page));
    await expectNoSidewaysScroll(page);
  });

  test(`axe finds nothing on gains and how they were computed at ${width} px, reached by keys`, async ({
    page,
    request,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPortfolio(page, request);
    await page.getByRole('tab', { name: 'Overview' }).focus();
    for (const name of ['Transactions', 'Lots & gains']) {
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tab', { name })).toBeFocused();
    }
    await expect(section(page, 'Disposals')).toContainText('BTC');
    await page.getByRole('button', { name: 'Compare all methods' }).click();
    await inBothThemes(page, () => expectNothingFromAxe(page));
    await expectNoSidewaysScroll(page);

    const how = page.getByRole('button', { name: /computed: Gain of a disposal/ }).first();
    await how.click();
    await expect(page.getByTestId('how-formula')).toBeVisible();
    await inBothThemes(page, () => expectNothingFromAxe(page));
    await page.keyboard.press('Escape');
    await expect(how).toBeFocused();
  });
}
