import type { Page } from '@playwright/test';

/** A bar in the words of the chart's legend, such as `20 Nov 14:02 UTC O50,000.10H… L… C… Vol…`. */
export type ReadBar = string;

/** What the legend says of every bar in the drawing's view, left to right: what one reads by moving the pointer over it. */
export async function readBars(page: Page): Promise<ReadBar[]> {
  const chart = page.getByTestId('price-chart');
  const box = await chart.boundingBox();
  if (box === null) throw new Error('The chart is not drawn.');
  const read = new Set<string>();
  for (let x = 2; x < box.width - 90; x += 8) {
    await page.mouse.move(box.x + x, box.y + box.height / 3);
    read.add(await page.evaluate(untilDrawn));
  }
  await page.mouse.move(box.x, box.y - 40);
  return [...read];
}

/** The legend once the frame that follows the pointer is drawn. */
async function untilDrawn(): Promise<string> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  return document.querySelector('[data-testid="chart-legend"]')?.textContent ?? '';
}
