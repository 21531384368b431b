import { sql, type Kysely } from 'kysely';
import type { PortfolioTables } from '../tables.ts';

/** Transactions that are removed at once: a million at once would hold the database. */
const SLICE = 5_000;
/** What else belongs to portfolios, by `portfolio_id`. */
const OF_PORTFOLIOS = [
  ...(['ledger_edits', 'asset_coins', 'manual_prices', 'import_keys'] as const),
] as const satisfies (keyof PortfolioTables)[];
/** What belongs to accounts, by `user_id`; who is absent goes last, so that what broke off is gone on with. */
const OF_ACCOUNTS = [
  ...([
    'portfolios',
    'watchlists',
    'column_mappings',
    'idempotency_keys',
    'absent_owners',
  ] as const),
] as const satisfies (keyof PortfolioTables)[];

/** Tables that lose what belongs to an account; what hangs on their rows goes with these. */
export const REMOVED = ['transactions', ...OF_PORTFOLIOS, ...OF_ACCOUNTS] as const;

/** Removes everything of an account, for good, in slices; doing it again, and twice at once, does no harm. */
export async function removeOwner(
  db: Kysely<PortfolioTables>,
  userId: string,
  stopping: AbortSignal,
): Promise<void> {
  const portfolios = await db
    .selectFrom('portfolios')
    .select('id')
    .where('user_id', '=', userId)
    .execute();
  for (const { id } of portfolios) await removeTransactions(db, id, stopping);
  if (stopping.aborted) return;
  const own = sql`(select id from portfolios where user_id = ${userId})`;
  await db.transaction().execute(async (trx) => {
    for (const table of OF_PORTFOLIOS) {
      await sql`delete from ${sql.table(table)} where portfolio_id in ${own}`.execute(trx);
    }
    for (const table of OF_ACCOUNTS) {
      await sql`delete from ${sql.table(table)} where user_id = ${userId}`.execute(trx);
    }
  });
}

/** Their movements go with them. */
async function removeTransactions(
  db: Kysely<PortfolioTables>,
  portfolioId: string,
  stopping: AbortSignal,
): Promise<void> {
  for (let left = true; left && !stopping.aborted;) {
    const { numDeletedRows } = await db
      .deleteFrom('transactions')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('transactions')
          .select('id')
          .where('portfolio_id', '=', portfolioId)
          .limit(SLICE),
      )
      .executeTakeFirst();
    left = numDeletedRows > 0n;
  }
}
