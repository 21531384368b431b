import { randomUUID } from 'node:crypto';
import type { ImportedTransaction } from '@tidemark/imports/import-file';
import { plain } from './file-report.ts';
import type { Batch } from './thread-messages.ts';

/** Transactions that are put in with one statement. */
const BATCH = 2_000;
/** As long as what a person may write. */
const MAX_NOTE = 1_000;
const MAX_WALLET = 100;
const MAX_REFERENCE = 200;

/** What was read of one file and is new. */
export interface NewTransactions {
  /** Index of the file. */
  file: number;
  transactions: readonly ImportedTransaction[];
  /** Keys of its rows that were there already: of a transaction some may be. */
  seen: ReadonlySet<string>;
}

/** Everything as batches for the database, in order; made one at a time. */
export function* batchesOf(files: readonly NewTransactions[]): Generator<Batch> {
  for (const { file, transactions, seen } of files) {
    for (let at = 0; at < transactions.length; at += BATCH) {
      yield batchOf(transactions.slice(at, at + BATCH), file, seen);
    }
  }
}

function batchOf(
  all: readonly ImportedTransaction[],
  file: number,
  seen: ReadonlySet<string>,
): Batch {
  const transactions: object[] = [];
  const movements: object[] = [];
  const keys: string[] = [];
  for (const { transaction, keys: own } of all) {
    const id = randomUUID();
    transactions.push(rowOf(transaction, { id, n: transactions.length, file }));
    transaction.movements.forEach(({ asset, amount, role, wallet }, n) => {
      movements.push({
        t: id,
        n,
        asset: plain(asset),
        amount,
        role,
        wallet: cut(wallet, MAX_WALLET),
      });
    });
    for (const key of own) if (!seen.has(key)) keys.push(key);
  }
  return {
    transactions: JSON.stringify(transactions),
    movements: JSON.stringify(movements),
    keys: keys.join(','),
    keyCount: keys.length,
  };
}

function rowOf(
  { time, kind, income, note, price, source }: ImportedTransaction['transaction'],
  place: { id: string; n: number; file: number },
): object {
  return {
    ...place,
    ...{ time: new Date(time).toISOString(), kind, income_kind: income ?? null },
    note: note === undefined ? null : cut(note, MAX_NOTE),
    ...{ price: price?.amount ?? null, price_currency: price?.currency ?? null },
    lines: source?.lines ?? [],
    reference: source?.reference === undefined ? null : cut(source.reference, MAX_REFERENCE),
  };
}

function cut(text: string, length: number): string {
  return plain(text.length > length ? text.slice(0, length) : text);
}
