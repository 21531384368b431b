import { TidemarkError } from '@tidemark/contracts/errors';
import type { Transaction } from 'kysely';
import { noSuchPortfolio } from '../portfolios/portfolio.ts';
import type { PortfolioTables } from '../tables.ts';

/** Of a portfolio. */
export const MAX_TRANSACTIONS = 1_000_000;

/** Whatever writes transactions of a portfolio: one after another. */
export type HeldTransaction = Transaction<PortfolioTables>;

/** Edits of a ledger whose times are kept. */
const EDITS_KEPT = 200;

/**
 * Locks the portfolio until the end of the transaction, for an edit of its ledger, which is counted.
 * @returns how many transactions it has
 * @throws TidemarkError RESOURCE_NOT_FOUND where it was deleted meanwhile
 */
export async function holdPortfolio(trx: HeldTransaction, portfolioId: string): Promise<number> {
  const row = await trx
    .updateTable('portfolios')
    .set((eb) => ({ ledger_version: eb('ledger_version', '+', 1) }))
    .where('id', '=', portfolioId)
    .where('deleted_at', 'is', null)
    .returning('transaction_count')
    .executeTakeFirst();
  if (!row) throw noSuchPortfolio();
  return row.transaction_count;
}

/** Of a portfolio that is held. */
export async function setCount(
  trx: HeldTransaction,
  portfolioId: string,
  transaction_count: number,
): Promise<void> {
  await trx
    .updateTable('portfolios')
    .set({ transaction_count })
    .where('id', '=', portfolioId)
    .execute();
}

/** Holds the portfolio and counts `more` transactions to those it has. @throws TidemarkError CONFLICT past a million */
export async function makeRoom(
  trx: HeldTransaction,
  portfolioId: string,
  more: number,
): Promise<void> {
  const count = await holdPortfolio(trx, portfolioId);
  if (count + more > MAX_TRANSACTIONS) {
    throw new TidemarkError(
      'CONFLICT',
      `A portfolio has at most ${MAX_TRANSACTIONS} transactions.`,
    );
  }
  await setCount(trx, portfolioId, count + more);
}

/**
 * Notes the oldest time that an edit of a portfolio that is held has touched: what was computed of the time before stays true.
 * Of an edit without a note nobody knows, and everything is computed anew.
 */
export async function noteEdit(
  trx: HeldTransaction,
  portfolioId: string,
  since: Date,
): Promise<void> {
  const { ledger_version: version } = await trx
    .selectFrom('portfolios')
    .select('ledger_version')
    .where('id', '=', portfolioId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('ledger_edits')
    .values({ portfolio_id: portfolioId, version, since })
    .execute();
  await trx
    .deleteFrom('ledger_edits')
    .where('portfolio_id', '=', portfolioId)
    .where('version', '<=', version - EDITS_KEPT)
    .execute();
}
