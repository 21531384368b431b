import { termOf } from '@tidemark/accounting/term';
import type { Holding } from '@tidemark/accounting/match';
import { minus, perUnit, times } from '@tidemark/accounting/known';
import { CONVENTIONS } from '@tidemark/accounting/convention';
import type { LotRow } from '@tidemark/contracts/portfolio-gains';
import { writeAmount } from '@tidemark/ledger/amount';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { written } from './figures.ts';

/** Which lots. */
export interface LotsWanted {
  readonly asset?: string | undefined;
  /** Those after this many. */
  readonly after: number;
  readonly limit: number;
}

/** What is left of what was acquired: by asset, and of one asset the oldest first. */
export function lotRows(
  { books }: OpenedBooks,
  prices: PriceBook,
  { asset, after, limit }: LotsWanted,
): LotRow[] {
  const all = books.account.holdings.filter((lot) => asset === undefined || lot.asset === asset);
  const sorted = all.sort((a, b) => {
    if (a.asset !== b.asset) return a.asset < b.asset ? -1 : 1;
    return (a.acquired?.time ?? 0) - (b.acquired?.time ?? 0);
  });
  return sorted.slice(after, after + limit).map((lot) => rowOf(books, prices, lot));
}

function rowOf(books: OpenedBooks['books'], prices: PriceBook, lot: Holding): LotRow {
  const { asset, wallet, quantity, cost, acquired } = lot;
  const value = times(prices.now(asset)?.amount ?? null, quantity);
  const { longTerm } = CONVENTIONS.tidemark;
  return {
    ...{ asset, wallet, acquired_at: acquired?.time ?? null },
    quantity: writeAmount(quantity),
    cost: written(cost),
    unit_cost: written(quantity.eq(0) ? null : perUnit(cost, quantity)),
    value: written(value),
    unrealised: written(minus(value, cost)),
    term: acquired && termOf(acquired.time, prices.asOf, longTerm),
    transaction_id: acquired && (books.transactions[acquired.transaction]?.id ?? null),
  };
}
