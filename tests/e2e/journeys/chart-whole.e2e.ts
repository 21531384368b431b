import type { Page } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { expect, test, type Dashboard } from '../support/dashboard.ts';
import { whileHidden } from '../support/hidden-page.ts';
import { MadeMinutes, type MadeBar } from '../support/made-minutes.ts';
import { readBars } from '../support/read-bars.ts';

const MINUTE = 60_000;
/** Bars that are in view whatever was appended to the right meanwhile. */
const LOOKED_AT = 50;

/** The hour of minutes that `minutes` tells, on the chart. */
async function openHour(dashboard: Dashboard, minutes: MadeMinutes): Promise<string[]> {
  const { page } = dashboard;
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load')) {
      errors.push(message.text());
    }
  });
  await minutes.serve(page);
  await dashboard.open();
  await choose(page, 'Range', '1H');
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /1 hour: last/);
  minutes.tell();
  return errors;
}

/** A bar as the legend writes it, from its time to its volume. */
function inWords({ time, open, high, low, close, volume }: MadeBar): string {
  const at = new Date(time);
  const month = at.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' });
  const moment = `${at.getUTCDate()} ${month} ${at.toISOString().slice(11, 16)} UTC`;
  const price = (value: number) =>
    value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${moment}O${price(open)}H${price(high)}L${price(low)}C${price(close)}Vol${volume.toFixed(2)} BTC`;
}

/** Waits until the drawn bars are those that are served, each in its place and none between. */
async function expectServedBars(page: Page, minutes: MadeMinutes): Promise<void> {
  const served = minutes.bars().slice(-LOOKED_AT).map(inWords);
  await expect(async () => {
    const drawn = await readBars(page);
    expect(drawn.filter((bar) => bar !== '').slice(-LOOKED_AT)).toEqual(served);
  }).toPass({ timeout: 80_000 });
}

test('after 1, 2.5 and 4.5 minutes hidden the chart has every bar', async ({ dashboard, page }) => {
  const minutes = new MadeMinutes();
  const errors = await openHour(dashboard, minutes);
  for (const hidden of [1, 2.5, 4.5]) {
    await whileHidden(page, async () => minutes.pass(Math.ceil(hidden)));
    await expectServedBars(page, minutes);
  }
  expect(errors).toEqual([]);
});

test('after an outage, and with minutes that were repaired late, the chart has every bar', async ({
  context,
  dashboard,
  page,
}) => {
  // The chart looks at what is older every half minute, and a slow machine takes as long to read it.
  test.setTimeout(300_000);
  const minutes = new MadeMinutes();
  const errors = await openHour(dashboard, minutes);
  await context.setOffline(true);
  await expect(dashboard.feedButton()).toContainText('Offline');
  minutes.pass(12, [3, 10, 11]);
  await context.setOffline(false);
  await expectServedBars(page, minutes);
  minutes.write(minutes.now - MINUTE);
  minutes.write(minutes.now - 2 * MINUTE);
  await expectServedBars(page, minutes);
  minutes.write(minutes.now - 9 * MINUTE);
  minutes.write(minutes.now - 15 * MINUTE, 70);
  await expectServedBars(page, minutes);
  expect(errors).toEqual([]);
});
