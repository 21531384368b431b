import { TidemarkError } from '@tidemark/contracts/errors';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import type { LedgerTransaction, Movement } from '@tidemark/ledger/transaction';
import type { Kysely, Selectable } from 'kysely';
import type { PortfolioTables } from '../tables.ts';

/** A transaction as it is stored, without its movements. */
export type TransactionRow = Selectable<PortfolioTables['transactions']>;

/** The columns of a transaction that its writer decides. */
export function columnsOf({ time, kind, income, note, price }: LedgerTransaction) {
  return {
    time: new Date(time),
    kind,
    income_kind: income ?? null,
    note: note ?? null,
    price: price?.amount ?? null,
    price_currency: price?.currency ?? null,
  };
}

export async function insertMovements(
  db: Kysely<PortfolioTables>,
  transactionId: string,
  movements: readonly Movement[],
): Promise<void> {
  const rows = movements.map((movement, n) => ({ transaction_id: transactionId, n, ...movement }));
  await db.insertInto('movements').values(rows).execute();
}

/** The transactions with their movements and where they were read, in the order of the rows. */
export async function withMovements(
  db: Kysely<PortfolioTables>,
  rows: readonly TransactionRow[],
): Promise<Transaction[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const all = await db
    .selectFrom('movements')
    .selectAll()
    .where('transaction_id', 'in', ids)
    .orderBy('transaction_id')
    .orderBy('n')
    .execute();
  const byId = Map.groupBy(all, ({ transaction_id }) => transaction_id);
  const sourceOf = await sourcesOf(db, rows);
  return rows.map((row) => toTransaction(row, byId.get(row.id) ?? [], sourceOf(row)));
}

/** Where transactions were read; null for one that was put in by hand. */
async function sourcesOf(db: Kysely<PortfolioTables>, rows: readonly TransactionRow[]) {
  const ids = new Set(rows.flatMap(({ import_id }) => import_id ?? []));
  const imports =
    ids.size === 0
      ? []
      : await db
          .selectFrom('imports')
          .select(['id', 'files'])
          .where('id', 'in', [...ids])
          .execute();
  const filesOf = new Map(imports.map(({ id, files }) => [id, files]));
  return ({ import_id, import_file, source_lines, source_reference }: TransactionRow) => {
    if (import_id === null) return null;
    const file = filesOf.get(import_id)?.[import_file ?? 0]?.name ?? '';
    return { import_id, file, lines: source_lines ?? [], reference: source_reference };
  };
}

export function toTransaction(
  row: TransactionRow,
  movements: readonly Movement[],
  source: Transaction['source'],
): Transaction {
  return {
    transaction_id: row.id,
    portfolio_id: row.portfolio_id,
    time: row.time.toISOString(),
    kind: row.kind,
    income_kind: row.income_kind,
    movements: movements.map(({ asset, amount, role, wallet }) => ({
      asset,
      amount,
      role,
      wallet,
    })),
    price:
      row.price === null || row.price_currency === null
        ? null
        : { amount: row.price, currency: row.price_currency },
    note: row.note,
    source,
    version: row.version,
  };
}

export function noSuchTransaction(): TidemarkError {
  return new TidemarkError('RESOURCE_NOT_FOUND', 'No such transaction.');
}
