import type { Transaction, TransactionFilter } from '@tidemark/contracts/portfolio-transaction';
import { pageOf, readCursor, type Page } from '@tidemark/service/page-cursor';
import type { Kysely } from 'kysely';
import Type, { type Static } from 'typebox';
import { assetOf } from '../entries/entry-values.ts';
import type { PortfolioTables } from '../tables.ts';
import { withMovements, type TransactionRow } from './transaction.ts';

/** Time, epoch ms, and position of the last one. */
const PlaceSchema = Type.Tuple([
  Type.Integer({ minimum: 0, maximum: 8.64e15 }),
  Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
]);
type Place = Static<typeof PlaceSchema>;

export interface TransactionsWanted extends TransactionFilter {
  limit: number;
  cursor?: string | undefined;
}

/**
 * Transactions of a portfolio, newest first; of equal times the one that was put in last comes first.
 * @throws TidemarkError INVALID_REQUEST for a cursor that is none
 */
export async function listTransactions(
  db: Kysely<PortfolioTables>,
  portfolioId: string,
  wanted: TransactionsWanted,
): Promise<Page<Transaction>> {
  const { limit } = wanted;
  const rows = await filtered(db, portfolioId, wanted)
    .orderBy('time', 'desc')
    .orderBy('position', 'desc')
    .limit(limit + 1)
    .execute();
  const placeOf = ({ time, position }: TransactionRow): Place => [time.getTime(), position];
  const { items, next } = pageOf(rows, limit, placeOf, (row) => row);
  return { items: await withMovements(db, items), next };
}

function filtered(
  db: Kysely<PortfolioTables>,
  portfolioId: string,
  { cursor, kind, asset, from, to }: TransactionsWanted,
) {
  let query = db.selectFrom('transactions').selectAll().where('portfolio_id', '=', portfolioId);
  if (cursor !== undefined) {
    const [time, position] = readCursor(cursor, PlaceSchema);
    query = query.where((eb) =>
      eb(eb.refTuple('time', 'position'), '<', eb.tuple(new Date(time), position)),
    );
  }
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (from !== undefined) query = query.where('time', '>=', new Date(from));
  if (to !== undefined) query = query.where('time', '<', new Date(to));
  if (asset === undefined) return query;
  return query.where((eb) =>
    eb.exists(
      eb
        .selectFrom('movements')
        .select('n')
        .whereRef('movements.transaction_id', '=', 'transactions.id')
        .where('movements.asset', '=', assetOf(asset)),
    ),
  );
}
