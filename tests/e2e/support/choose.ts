import type { Page } from '@playwright/test';

/** Picks an option of a named choice, such as `7D` of `Range`. */
export async function choose(page: Page, choice: string, option: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: choice })
    .getByRole('radio', { name: option, exact: true })
    .click();
}
