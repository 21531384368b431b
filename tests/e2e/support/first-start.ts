import type { Page } from '@playwright/test';

interface Feeds {
  data: {
    history: object;
    feeds: { exchange: string; status: string; last_message_age_ms: number | null }[];
  };
}

/**
 * Lets a page's market be as it is at a first start: nothing is known of its history at first, then it is loaded bit by
 * bit, with more at each answer.
 */
export async function loadHistorySlowly(page: Page): Promise<void> {
  let answers = 0;
  await page.route('**/api/market/feeds', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as Feeds;
    answers += 1;
    const history = { done: 10 * answers, total: 183, failed: 0, missing: [], missing_total: 0 };
    body.data.history = history;
    await route.fulfill({ json: body });
  });
}

/** Lets the page believe that these exchanges are down from now on. */
export async function takeDown(page: Page, ...exchanges: string[]): Promise<void> {
  await page.route('**/api/market/feeds', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as Feeds;
    for (const feed of body.data.feeds) {
      if (!exchanges.includes(feed.exchange)) continue;
      Object.assign(feed, { status: 'down', last_message_age_ms: 180_000 });
    }
    await route.fulfill({ json: body });
  });
}
