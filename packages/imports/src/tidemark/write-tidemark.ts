import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import { csvLine } from '../csv-line.ts';
import { writeTextCell } from './text-cell.ts';

/** A transaction that has an id by which it is known again. */
export interface IdentifiedTransaction extends Omit<LedgerTransaction, 'source'> {
  /** A UUID. */
  id: string;
  reference?: string | undefined;
}

export const TIDEMARK_HEADER: string = csvLine([
  ...['Transaction', 'Movement', 'Time', 'Kind', 'Income kind', 'Asset', 'Amount', 'Role'],
  ...['Wallet', 'Price', 'Price currency', 'Note', 'Reference'],
]);

/**
 * A transaction as lines of Tidemark's own CSV, one a movement: amounts as plain decimals, the time in UTC to the millisecond. Price,
 * note and reference stand in the first. The preset `tidemark` reads the same transaction from it.
 */
export function tidemarkLines({ id, time, kind, ...rest }: IdentifiedTransaction): string {
  const { income = '', movements, price, note = '', reference = '' } = rest;
  const moment = new Date(time).toISOString();
  const lines = movements.map(({ asset, amount, role, wallet }, n) =>
    csvLine([
      ...[id, `${n + 1} of ${movements.length}`, moment, kind, income],
      ...[writeTextCell(asset), amount, role, writeTextCell(wallet)],
      ...(n === 0
        ? [price?.amount ?? '', price?.currency ?? '', writeTextCell(note)]
        : ['', '', '']),
      n === 0 ? writeTextCell(reference) : '',
    ]),
  );
  return lines.join('');
}
