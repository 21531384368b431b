import { setTimeout as pause } from 'node:timers/promises';
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

export const CSV = 'text/csv';
const ROW = 'Date,Type,Coin,Amount\n2026-01-01 00:00:00,Deposit,BTC,1\n';

/** A file that waits to be put into a portfolio; its id. */
export async function madeFile(owner: Person, portfolioId: string, text = ROW): Promise<string> {
  const path = `/api/portfolio/${portfolioId}/files?name=a.csv`;
  const made = await owner.post<{ file_id: string }>(path, text, CSV);
  return made.file_id;
}

/** A file that was put into a portfolio; the id of the import. */
export async function madeImport(owner: Person, portfolioId: string): Promise<string> {
  const path = `/api/portfolio/${portfolioId}`;
  const file = await madeFile(owner, portfolioId);
  await settled(owner, `${path}/files/${file}`, 'reading');
  const body = { file_ids: [file] };
  const { import_id: id } = await owner.post<{ import_id: string }>(`${path}/imports`, body);
  await settled(owner, `${path}/imports/${id}`, 'working');
  return id;
}

async function settled(owner: Person, path: string, underWay: string): Promise<void> {
  while ((await owner.get<{ state: string }>(path)).state === underWay) await pause(50);
}

/** A new watchlist of somebody's; its id. */
export async function madeWatchlist(owner: Person): Promise<string> {
  const body = { name: 'To buy', coins: ['bitcoin'] };
  return (await owner.post<{ watchlist_id: string }>('/api/watchlist', body)).watchlist_id;
}
