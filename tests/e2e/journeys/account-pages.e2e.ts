import {
  expectNothingFromAxe,
  expectNoSidewaysScroll,
  inBothThemes,
} from '../support/accessible.ts';
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

for (const size of SIZES) {
  test(`axe finds nothing on the account’s pages at ${size.width} px in either theme`, async ({
    page,
  }) => {
    const look = (without?: string[]) =>
      inBothThemes(page, () => expectNothingFromAxe(page, without));
    await page.setViewportSize(size);
    await page.goto('/login');
    await field(page, 'Password').press('Enter');
    await expect(field(page, 'Email or username')).toBeFocused();
    await look();
    await expectNoSidewaysScroll(page);

    await page.goto('/register');
    await field(page, 'Password').press('Enter');
    await expect(field(page, 'Username')).toBeFocused();
    await look();
    await expectNoSidewaysScroll(page);

    const person = await openAsNew(page);
    await untilProfileLoaded(page);
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('button', { name: 'Delete account…' }).click();
    await look();
    await expectNoSidewaysScroll(page);
    await accountButton(page, person).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await look(['region']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await look();
  });
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
