import {
  TIDEMARK_HEADER,
  tidemarkLines,
  type IdentifiedTransaction,
} from '@tidemark/imports/write-tidemark';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import type { Kysely } from 'kysely';
import type { PortfolioTables } from '../tables.ts';
import { withMovements } from '../transactions/transaction.ts';

/** Transactions that are read at once. */
const PAGE = 1_000;

/**
 * Every transaction of a portfolio with all its movements, oldest first, as CSV that imports again to the same ledger, a page at a
 * time. Nothing is held between pages: what is changed meanwhile is told as it is when its page is read.
 */
export async function* transactionsCsv(
  db: Kysely<PortfolioTables>,
  portfolioId: string,
): AsyncGenerator<string> {
  yield TIDEMARK_HEADER;
  let last: { time: Date; position: number } | undefined;
  for (;;) {
    const rows = await page(db, portfolioId, last);
    last = rows.at(-1);
    if (last === undefined) return;
    const transactions = await withMovements(db, rows);
    yield transactions.map((each) => tidemarkLines(identified(each))).join('');
  }
}

function page(
  db: Kysely<PortfolioTables>,
  portfolioId: string,
  after: { time: Date; position: number } | undefined,
) {
  let query = db
    .selectFrom('transactions')
    .selectAll()
    .where('portfolio_id', '=', portfolioId)
    .orderBy('time')
    .orderBy('position')
    .limit(PAGE);
  if (after !== undefined) {
    query = query.where((eb) =>
      eb(eb.refTuple('time', 'position'), '>', eb.tuple(after.time, after.position)),
    );
  }
  return query.execute();
}

function identified(transaction: Transaction): IdentifiedTransaction {
  const { transaction_id: id, kind, income_kind: income, movements, price, note } = transaction;
  return {
    ...{ id, kind, movements, time: Date.parse(transaction.time) },
    ...(income !== null && { income }),
    ...(price !== null && { price }),
    ...(note !== null && { note }),
    reference: transaction.source?.reference ?? undefined,
  };
}
