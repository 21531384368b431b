import { total } from '@tidemark/accounting/known';
import type { PortfolioFigure } from '@tidemark/contracts/portfolio-value';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { written } from './figures.ts';
import { FORMULAS } from './formulas.ts';
import { returnTerms } from './how-returns.ts';
import { termsOf } from './how-terms.ts';
import { told, type How } from './how-told.ts';

export interface HowWanted {
  readonly figure: PortfolioFigure;
  /** Of this asset alone. */
  readonly asset?: string | undefined;
}

/** How a figure was computed, at the prices of now. */
export function howOf(opened: OpenedBooks, prices: PriceBook, { figure, asset }: HowWanted): How {
  const formula = FORMULAS[figure];
  if (figure === 'time_weighted' || figure === 'money_weighted') {
    return { figure, asset: null, formula, ...returnTerms(opened, prices, figure) };
  }
  const all = termsOf(opened, prices, figure);
  const terms = asset === undefined ? all : all.filter((term) => term.asset === asset);
  const isSum = isWhole(opened, figure, asset);
  const value = isSum ? total(terms.map(({ amount }) => amount)) : null;
  return { figure, asset: asset ?? null, value: written(value), formula, ...told(terms) };
}

/** Where something was refused, part of a ledger has no sum of gains. */
function isWhole({ books }: OpenedBooks, figure: PortfolioFigure, asset?: string): boolean {
  const needsAll = figure === 'realised' || figure === 'currency_gains' || figure === 'gained';
  const { refused } = books.account;
  return !needsAll || !refused.some((each) => asset === undefined || each.asset === asset);
}
