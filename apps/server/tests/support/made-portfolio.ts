import type { Person } from './person.ts';

export const PORTFOLIO = { name: 'Savings', base_currency: 'EUR' };
export const DEPOSIT = {
  ...{ kind: 'deposit', time: '2026-01-01T00:00:00Z', asset: 'EUR', quantity: '5' },
};

/** A new portfolio of somebody's; its id. */
export async function madePortfolio(owner: Person): Promise<string> {
  const made = await owner.post<{ portfolio_id: string }>('/api/portfolio', PORTFOLIO);
  return made.portfolio_id;
}

/** A new transaction of a portfolio; its id. */
export async function madeTransaction(owner: Person, portfolioId: string): Promise<string> {
  const path = `/api/portfolio/${portfolioId}/transactions`;
  const made = await owner.post<{ transaction_id: string }>(path, DEPOSIT);
  return made.transaction_id;
}
