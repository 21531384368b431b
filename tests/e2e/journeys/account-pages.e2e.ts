import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  accountButton,
  field,
  openAsNew,
  PASSWORD,
  untilProfileLoaded,
} from '../support/account.ts';
import { expect, test } from '../support/dashboard.ts';
import { shiftsOf, watchShifts } from '../support/layout-shift.ts';

const SIZES = [
  { width: 320, height: 640 },
  { width: 1440, height: 900 },
];

/** @param without rules that do not apply: an open menu is a layer of its own, outside the page's landmarks */
async function expectNothingFromAxe(page: Page, without: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(without).analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) })),
  ).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrolled, shown } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollWidth,
    shown: window.innerWidth,
  }));
  expect(scrolled).toBeLessThanOrEqual(shown);
}

for (const theme of ['dark', 'light'] as const) {
  for (const size of SIZES) {
    test(`axe finds nothing on the account’s pages at ${size.width} px in the ${theme} theme`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      await page.addInitScript((choice) => localStorage.setItem('tidemark:theme', choice), theme);
      await page.goto('/login');
      await field(page, 'Password').press('Enter');
      await expect(field(page, 'Email or username')).toBeFocused();
      await expectNothingFromAxe(page);
      await expectNoSidewaysScroll(page);

      await page.goto('/register');
      await field(page, 'Password').press('Enter');
      await expect(field(page, 'Username')).toBeFocused();
      await expectNothingFromAxe(page);
      await expectNoSidewaysScroll(page);

      const person = await openAsNew(page);
      await untilProfileLoaded(page);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await page.getByRole('button', { name: 'New key' }).click();
      await page.getByRole('button', { name: 'Set up' }).click();
      await page.getByRole('button', { name: 'Delete account…' }).click();
      await expectNothingFromAxe(page);
      await expectNoSidewaysScroll(page);
      await accountButton(page, person).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectNothingFromAxe(page, ['region']);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Sign out everywhere' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await expectNothingFromAxe(page);
    });
  }
}

for (const width of [320, 768, 1440]) {
  test(`taking the session up shifts nothing at ${width} px`, async ({ dashboard, page }) => {
    await page.setViewportSize({ width, height: 900 });
    const person = await openAsNew(page);
    await watchShifts(page);
    await dashboard.open();
    await expect(accountButton(page, person)).toBeVisible();
    await expect(dashboard.chart()).toHaveAttribute('aria-label', /last/);
    expect(await shiftsOf(page)).toBeLessThan(0.02);
    await page.goto('/profile');
    await untilProfileLoaded(page);
    expect(await shiftsOf(page)).toBeLessThan(0.02);
  });
}

test('signing in needs no pointer', async ({ page }) => {
  const person = await openAsNew(page);
  await accountButton(page, person).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Profile' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/login\//);
  await field(page, 'Email or username').focus();
  await page.keyboard.type(person.username);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Forgotten it?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show password' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(field(page, 'Password')).toHaveAttribute('type', 'text');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(accountButton(page, person)).toBeVisible();
});
