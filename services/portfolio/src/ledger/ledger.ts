import type { LedgerTransaction } from '@tidemark/ledger/transaction';

/** All transactions of a portfolio, as they were at one moment. */
export interface Ledger {
  readonly portfolioId: string;
  /** Counts the edits of the portfolio's transactions. */
  readonly version: number;
  /** In order of time; of equal times the one that was put in first comes first. */
  readonly transactions: readonly LedgerTransaction[];
  /** Of each transaction, in the same order. */
  readonly ids: readonly string[];
  /** When each asset moved first, epoch ms, fees too. */
  readonly firstMoved: ReadonlyMap<string, number>;
  /** Its newest edits, as far as they are known: the version after each, and the oldest time that it touched. */
  readonly edits: ReadonlyMap<number, number>;
}

/**
 * The time, epoch ms, before which a ledger is as it was in an earlier version, -Infinity where that is not known; Infinity
 * where nothing has changed.
 */
export function changedSince({ version, edits }: Ledger, earlier: number): number {
  let since = Infinity;
  for (let edit = earlier + 1; edit <= version; edit += 1) {
    since = Math.min(since, edits.get(edit) ?? -Infinity);
  }
  return since;
}

/** The index of the first transaction at a time or after it. */
export function indexAt(transactions: readonly LedgerTransaction[], time: number): number {
  let [low, high] = [0, transactions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((transactions[middle] as LedgerTransaction).time < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
