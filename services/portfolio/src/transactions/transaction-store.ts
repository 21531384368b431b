import { randomUUID } from 'node:crypto';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import type { Kysely, Transaction as DatabaseTransaction } from 'kysely';
import type { PortfolioTables } from '../tables.ts';
import { changedMeanwhile, hasVersion, type Wanted } from '@tidemark/service/if-match';
import { holdPortfolio, makeRoom, noteEdit, setCount } from './held-portfolio.ts';
import {
  columnsOf,
  insertMovements,
  noSuchTransaction,
  toTransaction,
  withMovements,
} from './transaction.ts';

type Trx = DatabaseTransaction<PortfolioTables>;

/** Which transaction of which portfolio. */
export interface TransactionPlace {
  portfolioId: string;
  id: string;
}

/** Transactions of portfolios, whose owner has been found out. What is written holds the portfolio: one after another. */
export class TransactionStore {
  readonly #db: Kysely<PortfolioTables>;

  constructor(db: Kysely<PortfolioTables>) {
    this.#db = db;
  }

  /** @throws TidemarkError CONFLICT past a million; RESOURCE_NOT_FOUND where the portfolio was deleted meanwhile */
  async create(trx: Trx, portfolioId: string, entry: LedgerTransaction): Promise<Transaction> {
    await makeRoom(trx, portfolioId, 1);
    const row = await trx
      .insertInto('transactions')
      .values({ id: randomUUID(), portfolio_id: portfolioId, ...columnsOf(entry) })
      .returningAll()
      .executeTakeFirstOrThrow();
    await insertMovements(trx, row.id, entry.movements);
    await noteEdit(trx, portfolioId, row.time);
    return toTransaction(row, entry.movements, null);
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND */
  async find({ portfolioId, id }: TransactionPlace): Promise<Transaction> {
    const rows = await this.#db
      .selectFrom('transactions')
      .selectAll()
      .where('id', '=', id)
      .where('portfolio_id', '=', portfolioId)
      .execute();
    const [found] = await withMovements(this.#db, rows);
    if (!found) throw noSuchTransaction();
    return found;
  }

  /** Puts another in its place; where times are equal it keeps its rank. @throws TidemarkError PRECONDITION_FAILED */
  replace(place: TransactionPlace, wanted: Wanted, entry: LedgerTransaction): Promise<Transaction> {
    return this.#db.transaction().execute(async (trx) => {
      await holdPortfolio(trx, place.portfolioId);
      const before = await timeOf(trx, place);
      const row = await trx
        .updateTable('transactions')
        .set((eb) => ({ ...columnsOf(entry), version: eb('version', '+', 1) }))
        .where('id', '=', place.id)
        .where('portfolio_id', '=', place.portfolioId)
        .where(hasVersion(wanted))
        .returningAll()
        .executeTakeFirst();
      if (!row) return refuse(trx, place);
      await trx.deleteFrom('movements').where('transaction_id', '=', row.id).execute();
      await insertMovements(trx, row.id, entry.movements);
      const since = before && before < row.time ? before : row.time;
      await noteEdit(trx, place.portfolioId, since);
      const [changed] = await withMovements(trx, [row]);
      return changed ?? refuse(trx, place);
    });
  }

  /** Removes it for good. @throws TidemarkError PRECONDITION_FAILED */
  remove(place: TransactionPlace, wanted: Wanted): Promise<void> {
    return this.#db.transaction().execute(async (trx) => {
      const count = await holdPortfolio(trx, place.portfolioId);
      const row = await trx
        .deleteFrom('transactions')
        .where('id', '=', place.id)
        .where('portfolio_id', '=', place.portfolioId)
        .where(hasVersion(wanted))
        .returning('time')
        .executeTakeFirst();
      if (!row) return refuse(trx, place);
      await setCount(trx, place.portfolioId, count - 1);
      await noteEdit(trx, place.portfolioId, row.time);
    });
  }
}

async function timeOf(trx: Trx, { portfolioId, id }: TransactionPlace): Promise<Date | undefined> {
  const row = await trx
    .selectFrom('transactions')
    .select('time')
    .where('id', '=', id)
    .where('portfolio_id', '=', portfolioId)
    .executeTakeFirst();
  return row?.time;
}

async function refuse(trx: Trx, { portfolioId, id }: TransactionPlace): Promise<never> {
  const row = await trx
    .selectFrom('transactions')
    .select('id')
    .where('id', '=', id)
    .where('portfolio_id', '=', portfolioId)
    .executeTakeFirst();
  throw row ? changedMeanwhile() : noSuchTransaction();
}
