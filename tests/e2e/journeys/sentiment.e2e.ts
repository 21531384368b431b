import type { Locator, Page } from '@playwright/test';
import {
  expectNothingFromAxe,
  expectNoSidewaysScroll,
  inBothThemes,
} from '../support/accessible.ts';
import { field, openAsNew } from '../support/account.ts';
import { expect, test } from '../support/dashboard.ts';

const news = (page: Page): Locator => page.getByRole('region', { name: 'News', exact: true });
const articles = (page: Page): Locator =>
  news(page).getByRole('list', { name: 'News, newest first' }).locator('li[data-article]');

async function openNews(page: Page, query = ''): Promise<void> {
  await page.goto(`/sentiment/${query}`);
  await expect(articles(page).first()).toBeVisible();
}

async function expectAllBad(page: Page): Promise<void> {
  const bad = page.locator('[data-label="negative"]');
  await expect(articles(page).first()).toBeVisible();
  await expect(articles(page).filter({ hasNot: bad })).toHaveCount(0);
}

test('made-up news are told as such, with scores in words, the words that decided, and why', async ({
  page,
}) => {
  await openNews(page);
  await expect(page.getByRole('main')).toContainText('Simulated news.');
  const market = page.getByRole('region', { name: 'News of The whole market' });
  await expect(market.getByTestId('score-sentence')).toHaveText(
    /: \d+ stories, \d+% good, \d+% bad, \d+% neutral; confidence >?\d+%\.$/,
  );
  await market.getByText('How this was computed').click();
  await expect(market).toContainText('good less bad');

  const scored = articles(page)
    .filter({ has: page.locator('mark') })
    .first();
  await expect(scored.locator('mark').first()).toHaveAttribute('data-tone', /^(?:good|bad)$/);
  await expect(scored.getByRole('link').first()).toHaveAttribute('rel', 'noopener noreferrer');
  await scored.getByRole('button', { name: /^Why/ }).click();
  await expect(scored).toContainText('Words that moved good against bad');

  const before = await articles(page).count();
  await news(page).getByRole('button', { name: 'Load more' }).click();
  await expect.poll(() => articles(page).count()).toBeGreaterThan(before);

  await news(page).getByRole('radio', { name: 'Social' }).click();
  await expect(page.getByTestId('no-social')).toContainText('the market is simulated');
});

test('a filter narrows the list, and the address keeps it', async ({ page }) => {
  await openNews(page);
  await field(news(page), 'Label').selectOption('negative');
  await expect(page).toHaveURL(/label=negative/);
  await expectAllBad(page);
  await field(news(page), 'Coin').selectOption('bitcoin');
  await expect(page).toHaveURL(/coin=bitcoin/);
  await page.reload();
  await expect(articles(page).first()).toContainText('Bitcoin');
  await expectAllBad(page);
  await news(page).getByRole('button', { name: 'Clear' }).click();
  await expect(page).not.toHaveURL(/label=/);
});

test('what comes while one reads is announced, and shown when it is asked for', async ({
  page,
}) => {
  let isFirst = true;
  await page.route('**/api/sentiment/news?*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { data: unknown[] };
    if (isFirst) body.data.splice(0, 2);
    isFirst = false;
    await route.fulfill({ response: answer, json: body });
  });
  await openNews(page);
  const first = await articles(page).first().getAttribute('data-article');
  // It is asked for every 30 s, and sooner where an update comes.
  const button = news(page).getByRole('button', { name: /^\d+ new$/ });
  await expect(button).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId('news-announced')).toHaveText(/^\d+ new articles$/);
  await expect(articles(page).first()).toHaveAttribute('data-article', first ?? '');
  await button.click();
  await expect(articles(page).first()).not.toHaveAttribute('data-article', first ?? '');
  await expect(button).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('the dashboard tells the news of the coin that is charted, and leads to more', async ({
  dashboard,
  page,
}) => {
  await dashboard.open('/dashboard?coin=ethereum');
  const panel = news(page);
  await expect(panel.getByRole('listitem').first()).toContainText(/good|bad|neutral|not scored/);
  await panel.getByRole('link', { name: 'All news & sentiment' }).click();
  await expect(page).toHaveURL(/\/sentiment\/\?coin=ethereum/);
  await expect(page.getByRole('region', { name: 'News of Ethereum' })).toBeVisible();
});

test('who is signed in says that a label is wrong, finds it kept, and takes it back', async ({
  page,
}) => {
  await openNews(page);
  await articles(page).first().getByRole('button', { name: /^Why/ }).click();
  await expect(
    articles(page).first().getByRole('link', { name: 'Sign in to say so' }),
  ).toBeVisible();

  await openAsNew(page);
  await openNews(page, '?label=positive');
  const id = await articles(page).first().getAttribute('data-article');
  const article = page.locator(`li[data-article="${id}"]`);
  await article.getByRole('button', { name: /^Why/ }).click();
  await article.getByRole('button', { name: 'bad' }).click();
  await expect(article.getByRole('status')).toContainText('You said: ▼ bad');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await article.getByRole('button', { name: /^Why/ }).click();
  await expect(article.getByRole('status')).toContainText('You said: ▼ bad');
  await article.getByRole('button', { name: 'Take it back' }).click();
  await expect(article.getByRole('button', { name: 'bad' })).toBeVisible();
});

for (const width of [320, 768, 1440]) {
  test(`axe finds nothing on the page of news at ${width} px, and nothing scrolls sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await openNews(page);
    await articles(page).first().getByRole('button', { name: /^Why/ }).click();
    for (const name of ['Trend', 'Lead and lag']) {
      const panel = page.getByRole('region', { name, exact: true });
      await panel.getByRole('button', { name: 'Show as a table' }).click();
      await expect(panel.getByRole('table')).toBeVisible();
    }
    await expectNoSidewaysScroll(page);
    await inBothThemes(page, () => expectNothingFromAxe(page));
  });
}
