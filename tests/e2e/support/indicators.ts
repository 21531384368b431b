import type { Locator, Page } from '@playwright/test';

const KEY = 'tidemark:chart-indicators';
export const ALL_NAMES = 'sma(20),ema(50),bollinger(20,2),stddev(20)';

/** Opens every page from now on as a browser that has chosen every indicator, until it chooses otherwise. */
export async function chooseAllIndicators(page: Page): Promise<void> {
  const choice = {
    version: 1,
    on: { sma: true, ema: true, bollinger: true, volatility: true },
    periods: { sma: 20, ema: 50 },
  };
  await page.addInitScript(
    ([key, text]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
    },
    [KEY, JSON.stringify(choice)] as const,
  );
}

export const menuButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'Indicators', exact: true });
export const menu = (page: Page): Locator => page.getByRole('dialog', { name: 'Indicators' });
export const indicatorSwitch = (page: Page, name: string): Locator =>
  menu(page).getByRole('switch', { name });
export const legend = (page: Page): Locator => page.getByTestId('overlay-legend');

/** What the legend says of an overlay, without its name. */
export async function legendFigures(page: Page, id: string): Promise<string> {
  return (await legend(page).locator(`[data-overlay="${id}"] > span`).last().textContent()) ?? '';
}

/** What the service says: the figures of the legend for each bar, by its open in epoch ms. */
export async function servedFigures(page: Page, limit: number): Promise<Map<number, Figures>> {
  const query = `names=${ALL_NAMES}&interval=15m&limit=${limit}`;
  const answer = await page.request.get(`/api/analytics/indicators/bitcoin?${query}`);
  const { data } = (await answer.json()) as { data: Served };
  const [sma, ema, bands, deviation] = data.indicators.map(({ values }) => values);
  return new Map(
    data.times.map((time, row) => {
      const [mean, spread] = [sma?.[row]?.[0] ?? NaN, deviation?.[row]?.[0] ?? NaN];
      const [, upper, lower] = bands?.[row] ?? [];
      return [
        time,
        {
          sma: price(mean),
          ema: price(ema?.[row]?.[0]),
          bollinger: `${price(lower)}–${price(upper)}`,
          volatility: `${((100 * spread) / mean).toFixed(2)}%`,
        },
      ];
    }),
  );
}

export type Figures = Record<'sma' | 'ema' | 'bollinger' | 'volatility', string>;

interface Served {
  times: number[];
  indicators: { values: (number | null)[][] }[];
}

/** As the page writes the price of a coin that costs more than 10 dollars. */
function price(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** How many pixels of the chart have the colour of a custom property, such as `--sma`, or nearly. */
export async function pixelsOf(page: Page, property: string): Promise<number> {
  return page.getByTestId('price-chart').evaluate((chart, name) => {
    const hex = getComputedStyle(chart).getPropertyValue(name).trim();
    const wanted = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
    let count = 0;
    for (const canvas of chart.querySelectorAll('canvas')) {
      if (canvas.width === 0 || canvas.height === 0) continue;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      for (let at = 0; pixels !== undefined && at < pixels.length; at += 4) {
        if (wanted.every((part, i) => Math.abs(part - (pixels[at + i] ?? 0)) < 6)) count += 1;
      }
    }
    return count;
  }, property);
}
