import type { Page } from '@playwright/test';

/**
 * Does something while the page believes that another tab is in front: it is told that it is hidden, and gets no frames.
 * The browser itself hides no page that runs without a screen.
 */
export async function whileHidden(page: Page, work: () => Promise<void>): Promise<void> {
  await page.evaluate(hide);
  await work();
  await page.evaluate(() => document.dispatchEvent(new CustomEvent('test:show')));
}

function hide(): void {
  const draw = window.requestAnimationFrame.bind(window);
  const waiting: FrameRequestCallback[] = [];
  let isHidden = true;
  const turn = () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isHidden ? 'hidden' : 'visible'),
  });
  window.requestAnimationFrame = (callback) => (isHidden ? waiting.push(callback) : draw(callback));
  turn();
  const show = () => {
    isHidden = false;
    turn();
    for (const callback of waiting) draw(callback);
  };
  document.addEventListener('test:show', show, { once: true });
}
