import { setTimeout as pause } from 'node:timers/promises';
import type { Balances } from '@tidemark/contracts/balances';
import type { Import } from '@tidemark/contracts/portfolio-import';
import { CSV, madePortfolio } from './made-portfolio.ts';
import type { Person } from './person.ts';

const ROWS = 15_000;

/** A file of our own making: a deposit of 1 in each row. */
const FILE = `Date,Type,Coin,Amount,Id\n${Array.from(
  { length: ROWS },
  (_, n) => `${new Date(Date.UTC(2023, 0) + n * 1_000).toISOString()},Deposit,BTC,1,row ${n}\n`,
).join('')}`;

/** What is there when nothing of the file is, and when all of it is. */
export const ALL_OR_NOTHING: readonly string[] = ['', String(ROWS)];
export const ALL = String(ROWS);

/** An import that was begun. */
export interface BegunImport {
  /** Of BTC, exactly; empty: none. */
  balance(): Promise<string>;
  /** The import, once it has ended. */
  ended(): Promise<Import>;
}

/** Sends the file to a new portfolio, waits until it is read, and begins to put it in. */
export async function beginImport(owner: Person): Promise<BegunImport> {
  const path = `/api/portfolio/${await madePortfolio(owner)}`;
  const sent = await owner.post<{ file_id: string }>(`${path}/files?name=a.csv`, FILE, CSV);
  const file = `${path}/files/${sent.file_id}`;
  while ((await owner.get<{ state: string }>(file)).state === 'reading') await pause(100);
  const body = { file_ids: [sent.file_id] };
  const { import_id } = await owner.post<Import>(`${path}/imports`, body);
  const read = () => patiently(() => owner.get<Import>(`${path}/imports/${import_id}`));
  return {
    balance: async () => {
      const { balances } = await patiently(() => owner.get<Balances>(`${path}/balances`));
      return balances[0]?.amount ?? '';
    },
    ended: async () => {
      let found = await read();
      for (; found.state === 'working'; found = await read()) await pause(200);
      return found;
    },
  };
}

/** Again where the answer is that it cannot be given now: the embedded database is held while an import is written. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!String(error).includes(' 503 ')) throw error;
    }
  }
}
