import type { Disposal } from '@tidemark/accounting/disposal';
import type { DisposalRow } from '@tidemark/contracts/portfolio-gains';
import { writeAmount } from '@tidemark/ledger/amount';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import { yearOf } from '../bookkeeping/year-sums.ts';
import { written } from './figures.ts';

/** Which disposals. */
export interface DisposalsWanted {
  readonly year?: number | undefined;
  readonly asset?: string | undefined;
  /** Those before this one; left out: the newest. */
  readonly before?: number | undefined;
  readonly limit: number;
}

const SORTED = new WeakMap<readonly Disposal[], readonly Disposal[]>();

/** All disposals by time; those of one time as they were made. */
export function disposalsByTime({ books }: OpenedBooks): readonly Disposal[] {
  const { disposals } = books.account;
  const known = SORTED.get(disposals);
  if (known) return known;
  const sorted = [...disposals].sort((a, b) => a.disposed.time - b.disposed.time);
  SORTED.set(disposals, sorted);
  return sorted;
}

/** Disposals, newest first. */
export function disposalRows(
  opened: OpenedBooks,
  { year, asset, before = Infinity, limit }: DisposalsWanted,
): DisposalRow[] {
  const all = disposalsByTime(opened);
  const rows: DisposalRow[] = [];
  for (let n = Math.min(before, all.length) - 1; n >= 0 && rows.length < limit; n -= 1) {
    const disposal = all[n] as Disposal;
    const isOfYear = year === undefined || yearOf(disposal.disposed.time) === year;
    if (isOfYear && (asset === undefined || disposal.asset === asset)) {
      rows.push(rowOf(opened, disposal, n));
    }
  }
  return rows;
}

export function rowOf(opened: OpenedBooks, disposal: Disposal, n: number): DisposalRow {
  const { asset, wallet, kind, role, quantity, proceeds, cost, gain, fees, term, uk } = disposal;
  const { disposed, acquired } = disposal;
  return {
    ...{ n, asset, wallet, kind, role },
    quantity: writeAmount(quantity),
    ...{ acquired_at: acquired?.time ?? null, disposed_at: disposed.time },
    ...{ proceeds: written(proceeds), cost: written(cost), gain: written(gain) },
    fees_disposing: written(fees.disposing),
    fees_acquiring: written(fees.acquiring),
    ...{ term, rule: uk?.rule ?? null },
    disposed_by: idsOf(opened, uk?.disposedBy ?? [disposed.transaction]),
    acquired_by: idsOf(opened, uk?.acquiredBy ?? (acquired ? [acquired.transaction] : [])),
  };
}

/** The ids of transactions, each once. */
function idsOf(opened: OpenedBooks, indexes: readonly number[]): string[] {
  return [...new Set(indexes.map((index) => opened.idOf(index)))];
}
