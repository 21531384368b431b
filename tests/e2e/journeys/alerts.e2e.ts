import type { Page } from '@playwright/test';
import {
  expectNothingFromAxe,
  expectNoSidewaysScroll,
  inBothThemes,
} from '../support/accessible.ts';
import { field, openAsNew, section } from '../support/account.ts';
import { expect, test } from '../support/dashboard.ts';
import { webhookReceiver } from '../support/webhook-receiver.ts';

const bell = (page: Page) => page.getByTestId('bell');
const row = (page: Page, name: string | RegExp) =>
  page.getByRole('table', { name: 'Your alerts' }).getByRole('row', { name });

/** Sets an alert by the line at the top of the page of alerts. */
async function setByLine(page: Page, line: string, understood: string | RegExp): Promise<void> {
  await field(page, 'A new alert in one line').fill(line);
  await field(page, 'A new alert in one line').press('Enter');
  await expect(page.getByTestId('understood')).toContainText(understood);
  await page.getByRole('button', { name: 'Set alert' }).click();
  await expect(page.getByTestId('understood')).toHaveCount(0);
}

test('from one line to a firing that is said, counted, listed and seen', async ({ page }) => {
  await openAsNew(page);
  await page.goto('/alerts/');
  await expect(page.getByText('You have no alerts yet.')).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName('Alerts, none new');

  await field(page, 'A new alert in one line').fill('NOSUCHCOIN < 1');
  await field(page, 'A new alert in one line').press('Enter');
  await expect(field(page, 'A new alert in one line')).toBeFocused();
  await expect(field(page, 'A new alert in one line')).toHaveAccessibleDescription(/NOSUCHCOIN/);

  await setByLine(page, 'BTC > 1', 'Bitcoin, price is above');
  await expect(section(page, 'Messages')).toContainText('Bitcoin: price above 1 USD', {
    timeout: 30_000,
  });
  await expect(bell(page)).toHaveAccessibleName('Alerts, 1 not seen');
  await expect(row(page, /price is above/)).toContainText('Done');

  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('table', { name: 'Alerts that fired, newest first' });
  await expect(history.getByRole('row')).toHaveCount(2);
  await expect(history).toContainText('simulated');

  await bell(page).click();
  await page.getByRole('button', { name: 'All seen' }).click();
  await expect(bell(page)).toHaveAccessibleName('Alerts, none new');
  await page.reload();
  await expect(bell(page)).toHaveAccessibleName('Alerts, none new');
  await expect(section(page, 'Messages')).toBeEmpty();
});

test('an alert in the form, with what it would have done; it is changed, muted, doubled and deleted', async ({
  page,
}) => {
  await openAsNew(page);
  await page.goto('/alerts/');
  await page.getByRole('button', { name: 'New alert' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Set alert' }).click();
  await expect(field(dialog, 'Coins')).toBeFocused();
  await field(dialog, 'Coins').fill('sol');
  await field(dialog, 'Coins').press('Enter');
  await field(dialog, 'Bound, USD').fill('0.01');
  await expect(section(dialog, 'Preview')).toContainText(/It would have fired|No history/);
  await dialog.getByRole('button', { name: 'Set alert' }).click();
  const own = row(page, /0\.01/);
  await expect(own).toContainText('Waiting');
  await expect(own).toContainText('Solana');

  await own.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  await field(dialog, 'Name (optional)').fill('Solana is worthless');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const named = row(page, 'Solana is worthless');
  await named.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Mute until I say' }).click();
  await expect(named).toContainText('Muted');
  await named.getByRole('switch').click();
  await expect(named).toContainText('Off');
  await named.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await field(dialog, 'Name (optional)').fill('Again');
  await dialog.getByRole('button', { name: 'Set alert' }).click();
  await expect(row(page, 'Again')).toContainText('Waiting');

  await field(page, 'Choose all').check();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('You have no alerts yet.')).toBeVisible();
});

test('a webhook tells its secret once, and its test says what came of it', async ({ page }) => {
  await openAsNew(page);
  await page.goto('/alerts/?tab=channels');
  await page.getByRole('button', { name: 'Add a channel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Webhook' }).click();
  await field(dialog, 'Name').fill('Nowhere');
  await field(dialog, 'Address').fill('https://tidemark.invalid/hook');
  await dialog.getByRole('button', { name: 'Add channel' }).click();
  await expect(page.getByTestId('secret')).toHaveText(/\S{20,}/);
  await page.getByRole('button', { name: 'I have it' }).click();
  await expect(page.getByTestId('secret')).toHaveCount(0);
  await page.getByRole('button', { name: 'Test Nowhere' }).click();
  await expect(page.getByText(/^It was not taken: /)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: 'Delivery' }).click();
  await expect(page.getByRole('table', { name: /What was sent/ })).toContainText('to Nowhere');
});

test('an alert from the chart: the price comes to it, and toast, bell and webhook have it once', async ({
  dashboard,
  page,
}) => {
  const hook = await webhookReceiver();
  await openAsNew(page);
  await page.goto('/alerts/?tab=channels');
  await page.getByRole('button', { name: 'Add a channel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Webhook' }).click();
  await field(dialog, 'Name').fill('Hook');
  await field(dialog, 'Address').fill(hook.url);
  await dialog.getByRole('button', { name: 'Add channel' }).click();
  await page.getByRole('button', { name: 'I have it' }).click();

  await dashboard.open('/dashboard?coin=ethereum');
  await section(page, 'Chart')
    .getByRole('button', { name: /^Alert at this price/ })
    .click();
  await expect(dialog.getByRole('list', { name: 'Chosen coins' })).toContainText('Ethereum');
  await expect(field(dialog, 'Bound, USD')).toHaveValue(/^\d+(\.\d+)?$/);
  await dialog.getByRole('checkbox', { name: /Hook/ }).check();
  await dialog.getByRole('button', { name: 'Set alert' }).click();
  await expect(section(page, 'Messages')).toContainText(/Ethereum: price/, { timeout: 90_000 });
  await expect(bell(page)).toHaveAccessibleName('Alerts, 1 not seen');
  await expect.poll(() => hook.received.length).toBe(1);

  await page.goto('/alerts/?tab=delivery');
  const log = page.getByRole('table', { name: /What was sent/ });
  await expect(log.getByRole('row').filter({ hasText: 'Hook' })).toContainText('Sent');
  // What would come twice would have come by now: a channel is sent to once in five seconds.
  await expect(bell(page)).toHaveAccessibleName('Alerts, 1 not seen');
  expect(hook.received).toHaveLength(1);
  expect(hook.received[0]?.id).toBeTruthy();
  expect(hook.received[0]?.body).toContain('ethereum');
  await hook.close();
});

for (const width of [320, 768, 1440]) {
  test(`axe finds nothing on alerts at ${width} px, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await openAsNew(page);
    await page.goto('/alerts/');
    await setByLine(page, 'BTC > 1', 'Bitcoin');
    await setByLine(page, 'any moves up 50% in 1 h, every time', 'Every coin');
    await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });
    for (const tab of ['Alerts', 'History', 'Delivery', 'Channels']) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(section(page, tab === 'Alerts' ? 'Your alerts' : tab)).toBeVisible();
      await expectNoSidewaysScroll(page);
      await inBothThemes(page, () => expectNothingFromAxe(page));
    }
    await page.getByRole('tab', { name: 'Alerts' }).click();
    await page.getByRole('button', { name: 'New alert' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inBothThemes(page, () => expectNothingFromAxe(page));
  });
}
