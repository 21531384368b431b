import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { openAsNew, PASSWORD } from './account.ts';

/** Somebody's own requests, beside the browser's. */
async function asSomebody(request: APIRequestContext, username: string) {
  const answer = await request.post('/api/users/login', {
    data: { username, password: PASSWORD },
  });
  const { data } = (await answer.json()) as { data: { access_token: string } };
  return { authorization: `Bearer ${data.access_token}` };
}

const DAY_MS = 86_400_000;

/** What somebody did a year ago, and since: a gain that is realised, and coins that are held. */
function transactionsOf(now: number): object[] {
  const ago = (days: number) => new Date(now - days * DAY_MS).toISOString();
  const usd = { currency: 'USD' };
  return [
    { kind: 'deposit', time: ago(60), asset: 'USD', quantity: '20000' },
    { kind: 'buy', time: ago(59), asset: 'BTC', quantity: '0.10148673', total: '5000', ...usd },
    { kind: 'buy', time: ago(40), asset: 'ETH', quantity: '2.5', total: '4500', ...usd },
    { kind: 'sell', time: ago(20), asset: 'BTC', quantity: '0.05', total: '3000', ...usd },
  ];
}

/** Opens the page of portfolios as somebody new who has one in dollars. */
export async function openPortfolio(page: Page, request: APIRequestContext): Promise<string> {
  const { username } = await openAsNew(page);
  const headers = await asSomebody(request, username);
  const made = await request.post('/api/portfolio', {
    ...{ headers, data: { name: 'Savings', base_currency: 'USD' } },
  });
  const { data } = (await made.json()) as { data: { portfolio_id: string } };
  for (const transaction of transactionsOf(Date.now())) {
    const path = `/api/portfolio/${data.portfolio_id}/transactions`;
    expect((await request.post(path, { headers, data: transaction })).ok()).toBe(true);
  }
  await page.goto('/portfolio/');
  await expect(page.getByTestId('total-value')).toHaveText(/^\$[\d,]+\.\d\d$/);
  return data.portfolio_id;
}
