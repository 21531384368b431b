import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { choose } from '../support/choose.ts';
import { expect, test } from '../support/dashboard.ts';
import { drawTime } from '../support/draw-time.ts';
import {
  chooseAllIndicators,
  indicatorSwitch,
  legend,
  legendFigures,
  menu,
  menuButton,
  pixelsOf,
  servedFigures,
  type Figures,
} from '../support/indicators.ts';
import { shiftsOf, watchShifts } from '../support/layout-shift.ts';
import { candlesAnswer, indicatorsAnswer } from '../support/made-market.ts';

const IDS = ['sma', 'ema', 'bollinger', 'volatility'] as const;
const INDICATORS = '**/api/analytics/indicators/**';

async function shownFigures(page: Page): Promise<Figures> {
  const [sma = '', ema = '', bollinger = '', volatility = ''] = await Promise.all(
    IDS.map((id) => legendFigures(page, id)),
  );
  return { sma, ema, bollinger, volatility };
}

/** The open of the bar that the legend reads, epoch ms. */
async function readTime(page: Page): Promise<number> {
  const text = await page.getByText(/^\d+ \w{3} \d\d:\d\d UTC$/).textContent();
  const year = new Date().getUTCFullYear();
  return Date.parse((text ?? '').replace(/^(\d+ \w{3}) (.*) UTC$/, `$1 ${year} $2 UTC`));
}

test('one quiet average is drawn at first, and the rest for the asking', async ({
  dashboard,
  page,
}) => {
  await dashboard.open();
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /Drawn with it: SMA 20\./);
  await expect.poll(() => pixelsOf(page, '--sma')).toBeGreaterThan(300);
  expect(await pixelsOf(page, '--ema')).toBe(0);
  await menuButton(page).click();
  const asked = page.waitForRequest(INDICATORS);
  await indicatorSwitch(page, 'Exponential average').click();
  expect(new URL((await asked).url()).searchParams.get('names')).toBe('sma(20),ema(50)');
  await expect.poll(() => pixelsOf(page, '--ema')).toBeGreaterThan(100);
  await indicatorSwitch(page, 'Simple average').click();
  await expect.poll(() => pixelsOf(page, '--sma')).toBe(0);
});

test('the legend has the service’s values, of the newest closed bar and of the one under the crosshair', async ({
  dashboard,
  page,
}) => {
  await chooseAllIndicators(page);
  await dashboard.open();
  await expect(legend(page)).toContainText('%');
  await expect(async () => {
    const [newest] = (await servedFigures(page, 1)).values();
    expect(await shownFigures(page)).toEqual(newest);
  }).toPass();

  const box = await dashboard.chart().boundingBox();
  if (box === null) throw new Error('The chart is not drawn.');
  const served = await servedFigures(page, 384);
  for (const part of [0.2, 0.5, 0.7]) {
    await page.mouse.move(box.x + box.width * part, box.y + box.height / 3);
    await expect(async () => {
      const shown = await shownFigures(page);
      expect(shown).toEqual(served.get(await readTime(page)));
    }).toPass();
  }
});

test('the choice and its periods survive a reload', async ({ dashboard, page }) => {
  await dashboard.open();
  await menuButton(page).click();
  await indicatorSwitch(page, 'Bollinger bands').click();
  await menu(page).getByRole('spinbutton', { name: 'Bars of the SMA' }).fill('7');
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /SMA 7; BB 20, 2\./);
  await page.reload();
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /SMA 7; BB 20, 2\./);
  await expect(legend(page)).toContainText(/SMA 7[\d,.]+BB 20, 2[\d,.]+–[\d,.]+/);
});

test('a period that is none changes nothing, and is gone when the field is left', async ({
  dashboard,
  page,
}) => {
  await dashboard.open();
  await menuButton(page).click();
  const field = menu(page).getByRole('spinbutton', { name: 'Bars of the SMA' });
  await field.fill('201');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(legend(page)).toContainText('SMA 20');
  await field.blur();
  await expect(field).toHaveValue('20');
});

test('the volatility pane comes and goes by keyboard alone', async ({ dashboard, page }) => {
  await dashboard.open();
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /SMA 20/);
  const before = await pixelsOf(page, '--volatility');
  await menuButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(indicatorSwitch(page, 'Simple average')).toBeFocused();
  const volatility = indicatorSwitch(page, 'Volatility');
  for (let step = 0; step < 8; step += 1) {
    if (await volatility.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await expect(volatility).toBeChecked();
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /Volatility 20\./);
  await expect.poll(() => pixelsOf(page, '--volatility')).toBeGreaterThan(before + 300);
  await page.keyboard.press('Space');
  await expect.poll(() => pixelsOf(page, '--volatility')).toBe(before);
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(menuButton(page)).toBeFocused();
});

for (const theme of ['dark', 'light'] as const) {
  test(`axe finds nothing with the menu open in the ${theme} theme`, async ({
    dashboard,
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addInitScript((choice) => localStorage.setItem('tidemark:theme', choice), theme);
    await chooseAllIndicators(page);
    await dashboard.open();
    await expect(legend(page)).toContainText('%');
    await menuButton(page).click();
    await expect(menu(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target) })),
    ).toEqual([]);
  });
}

test('without the service the price chart stays where it is, and the lines come when it is back', async ({
  dashboard,
  page,
}) => {
  await page.route(INDICATORS, (route) => route.abort());
  await dashboard.open();
  await expect(legend(page)).toHaveText('Indicators not available');
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /24 hours: last [\d,.]+/);
  const place = await dashboard.chart().boundingBox();
  await page.unroute(INDICATORS);
  await expect(legend(page)).toContainText(/SMA 20[\d,.]+/, { timeout: 30_000 });
  expect(await dashboard.chart().boundingBox()).toEqual(place);
});

test('another coin never has the lines of the one before', async ({ dashboard, page }) => {
  await dashboard.open();
  await expect(legend(page)).toContainText(/SMA 20[\d,.]+/);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/analytics/indicators/ethereum?*', async (route) => {
    await released;
    await route.continue();
  });
  await dashboard.pick(dashboard.row('Ethereum').first()).click();
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /Ethereum, 24 hours: last/);
  await expect(legend(page)).toHaveText('');
  await expect.poll(() => pixelsOf(page, '--sma')).toBe(0);
  release();
  await expect(legend(page)).toContainText(/SMA 20[\d,.]+/);
  await expect.poll(() => pixelsOf(page, '--sma')).toBeGreaterThan(300);
});

test('nothing shifts at 320 px while every indicator comes in', async ({ dashboard, page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await watchShifts(page);
  await chooseAllIndicators(page);
  await dashboard.open();
  await expect(legend(page)).toContainText('%');
  await choose(page, 'Range', '1H');
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /1 hour: last/);
  await expect(legend(page)).toContainText('%');
  expect(await shiftsOf(page)).toBeLessThan(0.02);
});

test('older bars get their values too', async ({ dashboard, page }) => {
  let answered = false;
  page.on('response', (answer) => {
    const url = new URL(answer.url());
    const isLonger = Number(url.searchParams.get('limit')) > 500;
    if (url.pathname.includes('/indicators/') && isLonger && answer.ok()) answered = true;
  });
  await dashboard.open();
  await choose(page, 'Range', '1H');
  await expect(dashboard.chart()).toHaveAttribute('aria-label', /1 hour: last/);
  await dashboard.chart().focus();
  const panned = async () => {
    await page.keyboard.press('ArrowLeft');
    return answered;
  };
  await expect.poll(panned, { intervals: [50], timeout: 20_000 }).toBe(true);
});

test('1000 candles with every indicator are drawn without a stall', async ({ dashboard, page }) => {
  const points = 1000;
  await chooseAllIndicators(page);
  await dashboard.open();
  await expect(legend(page)).toContainText('%');
  await page.route('**/api/market/candles/bitcoin?interval=1h&limit=360', (route) =>
    route.fulfill({ json: candlesAnswer(points) }),
  );
  await page.route(INDICATORS, (route) => route.fulfill({ json: indicatorsAnswer(points) }));
  // The best of some: the machine has other things to do as well.
  let overlays = Infinity;
  for (let turn = 0; turn < 4 && overlays >= 500; turn += 1) {
    if (turn > 0) await choose(page, 'Range', '1H');
    await page.evaluate(() => performance.clearMeasures());
    await choose(page, 'Range', '7D');
    await expect.poll(async () => (await drawTime(page)).points).toBeGreaterThanOrEqual(points);
    await expect.poll(async () => (await drawTime(page, 'overlay')).points).toBe(points);
    overlays = Math.min(overlays, (await drawTime(page, 'overlay')).ms);
  }
  const draws: number[] = [];
  for (const kind of ['Line', 'Candles', 'Line', 'Candles']) {
    await page.evaluate(() => performance.clearMeasures('tidemark:chart-draw'));
    await choose(page, 'Kind of chart', kind);
    await expect.poll(async () => (await drawTime(page)).points).toBeGreaterThanOrEqual(points);
    draws.push((await drawTime(page)).ms);
  }
  const best = Math.min(...draws);
  const all = draws.map((ms) => ms.toFixed(0)).join(', ');
  console.log(
    `chart: ${points} candles with all indicators: best ${best.toFixed(1)} ms of ${all}; the indicators alone ${overlays.toFixed(1)} ms`,
  );
  expect(best).toBeLessThan(500);
  expect(overlays).toBeLessThan(500);
});
