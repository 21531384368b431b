import type { Disposal } from '@tidemark/accounting/disposal';
import { minus, perUnit, times, total, type Known } from '@tidemark/accounting/known';
import type { PortfolioFigure } from '@tidemark/contracts/portfolio-value';
import { ZERO, type Amount } from '@tidemark/ledger/amount';
import type { Entry } from '../bookkeeping/entry.ts';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import type { PriceBook } from '../prices/price-book.ts';

/** One number of those that a figure is the sum of. */
export interface Term {
  readonly label: string;
  readonly amount: Known;
  readonly quantity: Amount | null;
  readonly asset: string | null;
  /** For one unit. */
  readonly price: Known;
  readonly time: number | null;
  readonly transactionId: string | null;
}

type Summed = Exclude<PortfolioFigure, 'time_weighted' | 'money_weighted'>;
type TermsOf = (opened: OpenedBooks, prices: PriceBook) => Term[];

/** The terms of a figure; all of them are the figure. */
export function termsOf(opened: OpenedBooks, prices: PriceBook, figure: Summed): Term[] {
  return TERMS[figure](opened, prices);
}

const TERMS: Readonly<Record<Summed, TermsOf>> = {
  value: (opened, prices) => [...valueTerms(opened, prices), ...moneyTerms(opened)],
  cost: (opened) => [...costTerms(opened), ...moneyTerms(opened)],
  unrealised: (opened, prices) => [
    ...valueTerms(opened, prices),
    ...costTerms(opened).map((term) => negative(term, `less ${term.label}`)),
  ],
  realised: (opened, prices) => gainTerms(opened, prices, false),
  currency_gains: (opened, prices) => gainTerms(opened, prices, true),
  income: incomeTerms,
  expenses: expenseTerms,
  put_in: (opened) => outsideTerms(opened, 'in'),
  taken_out: (opened) => outsideTerms(opened, 'out'),
  gained: (opened, prices) => [
    ...valueTerms(opened, prices),
    ...moneyTerms(opened),
    ...outsideTerms(opened, 'in').map((term) => negative(term, `less put in: ${term.label}`)),
    ...outsideTerms(opened, 'out').map((term) => ({ ...term, label: `taken out: ${term.label}` })),
  ],
};

function negative(term: Term, label: string): Term {
  return { ...term, label, amount: minus(ZERO, term.amount) };
}

function valueTerms({ books }: OpenedBooks, prices: PriceBook): Term[] {
  const byAsset = Map.groupBy(books.account.holdings, ({ asset }) => asset);
  return [...byAsset].map(([asset, lots]) => {
    const quantity = total(lots.map((lot) => lot.quantity)) ?? ZERO;
    const now = prices.now(asset);
    const price = now?.amount ?? null;
    const label = now === null ? `${asset}: no price` : `${asset}, price of ${now.source}`;
    const amount = times(price, quantity);
    return { label, amount, quantity, asset, price, time: now?.asOf ?? null, transactionId: null };
  });
}

function costTerms({ books }: OpenedBooks): Term[] {
  return books.account.holdings.map(({ asset, quantity, cost, acquired, wallet }) => ({
    label: `cost of ${asset}${acquired === null ? ', a pool' : ''}${wallet && ` in ${wallet}`}`,
    ...{ amount: cost, quantity, asset, price: null },
    ...whenBy(books.transactions, acquired),
  }));
}

function moneyTerms({ books, of }: OpenedBooks): Term[] {
  const { money } = books.account.flows;
  if (money.eq(0)) return [];
  return [
    { ...NO_ROW, label: `balance of ${of.base}`, amount: money, quantity: money, asset: of.base },
  ];
}

function gainTerms({ books }: OpenedBooks, prices: PriceBook, ofMoney: boolean): Term[] {
  const isMoney = ({ asset }: Disposal) => prices.knownAs(asset).kind === 'money';
  return books.account.disposals
    .filter((disposal) => isMoney(disposal) === ofMoney)
    .map((disposal) => ({
      label: gainLabel(disposal),
      ...{ amount: disposal.gain, quantity: disposal.quantity, asset: disposal.asset, price: null },
      ...whenBy(books.transactions, disposal.disposed),
    }));
}

function gainLabel({ asset, kind, role, acquired, uk }: Disposal): string {
  const what = role === 'fee' ? `${asset} paid as a fee` : `${kind} of ${asset}`;
  if (uk) return `${what}, ${uk.rule.replaceAll('_', ' ')}`;
  const from = acquired ? ` of ${new Date(acquired.time).toISOString().slice(0, 10)}` : '';
  return `${what}${from ? `, lot${from}` : ', out of the pool'}`;
}

function incomeTerms({ books }: OpenedBooks): Term[] {
  return books.account.incomes.map(({ asset, income, quantity, value, time, transaction }) => ({
    label: `${income} of ${asset}`,
    ...{ amount: value, quantity, asset, price: priceFor(value, quantity) },
    ...whenBy(books.transactions, { time, transaction }),
  }));
}

function expenseTerms({ books }: OpenedBooks): Term[] {
  return books.account.expenses.map(({ asset, value, time, transaction }) => ({
    ...{ label: `paid in ${asset}`, amount: value, quantity: null, asset, price: null },
    ...whenBy(books.transactions, { time, transaction }),
  }));
}

function outsideTerms({ books }: OpenedBooks, which: 'in' | 'out'): Term[] {
  return books.account.outside
    .filter(({ way }) => way === which)
    .map(({ asset, quantity, value, time, transaction }) => {
      const entry = books.transactions[transaction];
      const kind = entry?.isImplied ? 'money paid that nobody put in' : entry?.kind;
      return {
        label: `${(kind ?? '').replaceAll('_', ' ')}: ${asset}`,
        ...{ amount: value, quantity, asset, price: priceFor(value, quantity) },
        ...whenBy(books.transactions, { time, transaction }),
      };
    });
}

/** For one unit, to 18 digits after the point: shown, never summed. */
function priceFor(value: Known, quantity: Amount): Known {
  return value === null || quantity.eq(0) ? null : (perUnit(value, quantity)?.round(18) ?? null);
}

const NO_ROW = { price: null, time: null, transactionId: null } as const;

function whenBy(
  transactions: readonly Entry[],
  of: { time: number; transaction: number } | null,
): Pick<Term, 'time' | 'transactionId'> {
  if (of === null) return { time: null, transactionId: null };
  return { time: of.time, transactionId: transactions[of.transaction]?.id ?? null };
}
