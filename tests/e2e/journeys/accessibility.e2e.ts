import {
  expectNothingFromAxe,
  expectNoSidewaysScroll,
  inBothThemes,
} from '../support/accessible.ts';
import { expect, test } from '../support/dashboard.ts';

const SIZES = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

for (const size of SIZES) {
  test(`axe finds nothing at ${size.width} px in either theme, and nothing scrolls sideways`, async ({
    dashboard,
    page,
  }) => {
    await page.setViewportSize(size);
    await dashboard.open();
    await expect(dashboard.chart()).toHaveAttribute('aria-label', /last/);
    await expectNoSidewaysScroll(page);
    await inBothThemes(page, () => expectNothingFromAxe(page));
  });
}

test('the page is walked by keyboard: skip link, sort, rows, chart', async ({
  dashboard,
  page,
}) => {
  await dashboard.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();

  const bitcoin = dashboard.pick(dashboard.row('Bitcoin').first());
  await bitcoin.focus();
  await page.keyboard.press('ArrowDown');
  const second = dashboard.rows().nth(1);
  await expect(dashboard.pick(second)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`coin=${await second.getAttribute('data-coin')}`));
  await page.keyboard.press('End');
  await expect(dashboard.pick(dashboard.rows().last())).toBeFocused();

  const range = page.getByRole('radiogroup', { name: 'Range' });
  await range.getByRole('radio', { name: '24H' }).focus();
  await page.keyboard.down('ArrowRight');
  await expect(range.getByRole('radio', { name: '7D' })).toBeChecked();
  await page.keyboard.up('ArrowRight');
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /7 days/);
});

test('who asks for less motion gets no flashes', async ({ dashboard, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const counted = window as unknown as { animations: number };
    counted.animations = 0;
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...args) {
      counted.animations += 1;
      return animate.apply(this, args);
    };
  });
  await dashboard.open();
  const prices = dashboard.rows().getByTestId('live-price');
  const before = await prices.allTextContents();
  await expect.poll(() => prices.allTextContents()).not.toEqual(before);
  expect(await page.evaluate(() => (window as unknown as { animations: number }).animations)).toBe(
    0,
  );
});
