import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** @param without rules that do not apply: an open menu is a layer of its own, outside the page's landmarks */
export async function expectNothingFromAxe(page: Page, without: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .disableRules(without)
    .analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) })),
  ).toEqual([]);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrolled, shown } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollWidth,
    shown: window.innerWidth,
  }));
  expect(scrolled).toBeLessThanOrEqual(shown);
}

/** Looks at the page as it is in the dark theme and in the light one; that a theme is kept is a journey of its own. */
export async function inBothThemes(page: Page, look: () => Promise<void>): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate(wear, theme);
    await look();
  }
}

/** Colours between two themes belong to neither. */
async function wear(theme: string): Promise<void> {
  document.documentElement.dataset['theme'] = theme;
  const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changing.map(({ finished }) => finished));
}
