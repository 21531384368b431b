import type { Locator, Page } from '@playwright/test';
import { field, section } from './account.ts';
import type { ExportFile } from './exports.ts';

/** Makes the first portfolio, in euros, where the page offers it, and goes to its imports. */
export async function firstPortfolio(page: Page): Promise<void> {
  await page.goto('/portfolio/');
  const first = section(page, 'Your first portfolio');
  await field(first, 'Name').fill('Savings');
  await field(first, 'Currency').selectOption('EUR');
  await first.getByRole('button', { name: 'Create portfolio' }).click();
  await page.getByRole('tab', { name: 'Import' }).click();
}

export const drop = (page: Page, ...files: ExportFile[]) =>
  page.locator('input[type=file]').setInputFiles(files);

/** What is said of a file that was dropped. */
export const fileCard = (page: Page, { name }: ExportFile): Locator =>
  page.getByRole('region', { name, exact: true });
