import { Amount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import type { Mapping } from './generic/mapping.ts';
import type { ImportedFile } from './import-file.ts';
import { balancesOf, statedOf, type RefusedRow } from './outcomes.ts';

/** What a person is shown of a file before it is imported; rows = taken + joined + ignored + refused. */
export interface ImportReport {
  preset: string;
  /** What the columns were taken for, where no venue's preset knew them. */
  mapping: Mapping | null;
  /** Of the times in it; null where none was read. */
  time_zone: string | null;
  /** Who said so: `header`, `file name`, `column`, `cells`, `venue`, `given` or `assumed`. */
  time_zone_from: string | null;
  rows: number;
  taken: number;
  joined: number;
  ignored: number;
  refused: readonly RefusedRow[];
  /** Ignored rows by the reason. */
  ignored_because: Record<string, number>;
  /** What the file's rows say moved, summed per coin. */
  balances: Record<string, string>;
  /** The sums of the transactions' movements: another sum where rows tell one side of what is booked. */
  booked: Record<string, string>;
  transactions: readonly LedgerTransaction[];
}

export function reportOf({
  preset,
  mapping,
  zones,
  rows,
  outcomes,
  transactions,
}: ImportedFile): ImportReport {
  const { taken, refused, ignored, joined, ignoredRows } = outcomes;
  const booked = taken.flatMap(({ transaction }) =>
    transaction.movements.map(({ asset, amount }) => ({ asset, amount: new Amount(amount) })),
  );
  return {
    preset,
    mapping,
    time_zone: [...zones.keys()].join(', ') || null,
    time_zone_from: [...new Set(zones.values())].join(', ') || null,
    rows,
    taken: taken.length,
    joined,
    ignored: ignoredRows,
    refused,
    ignored_because: Object.fromEntries(ignored),
    balances: balancesOf(taken.flatMap(statedOf)),
    booked: balancesOf(booked),
    transactions: transactions.map(({ transaction }) => transaction),
  };
}
