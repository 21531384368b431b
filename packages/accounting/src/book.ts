import { ZERO, type Amount } from '@tidemark/ledger/amount';
import type { IncomeKind } from '@tidemark/ledger/transaction';
import type { Disposal } from './disposal.ts';
import { flow, noFlows, type Expense, type Flows, type Outside } from './flows.ts';
import { plus, type Known } from './known.ts';
import type { Leg } from './leg.ts';
import type { Departed, Shortfall } from './match.ts';
import type { MissingPrice } from './prices.ts';
import type { Terms } from './terms.ts';

/** What was earned. */
export interface Income {
  readonly asset: string;
  readonly wallet: string;
  readonly time: number;
  /** Index of the transaction. */
  readonly transaction: number;
  readonly income: IncomeKind;
  /** Negative where it was taken back. */
  readonly quantity: Amount;
  /** At spot, in the base currency. */
  readonly value: Known;
}

/** Everything that transactions did, as far as they were entered. */
export interface Book {
  /** Of the newest time, which are not matched yet. */
  readonly legs: Leg[];
  readonly flows: Flows;
  readonly incomes: Income[];
  readonly outside: Outside[];
  readonly expenses: Expense[];
  readonly missing: MissingPrice[];
  readonly disposals: Disposal[];
  readonly departures: Departed[];
  readonly refused: Shortfall[];
  readonly extrapolated: Shortfall[];
  /** The sums of the disposals' gains. */
  readonly gains: { realised: Known; currency: Known };
}

export function newBook(): Book {
  return {
    ...{ legs: [], flows: noFlows(), incomes: [], outside: [], expenses: [], missing: [] },
    ...{ disposals: [], departures: [], refused: [], extrapolated: [] },
    gains: { realised: ZERO, currency: ZERO },
  };
}

/** The same book, to be written on by itself. */
export function copyBook(book: Book): Book {
  return {
    legs: [...book.legs],
    flows: { ...book.flows },
    incomes: [...book.incomes],
    outside: [...book.outside],
    expenses: [...book.expenses],
    missing: [...book.missing],
    disposals: [...book.disposals],
    departures: [...book.departures],
    refused: [...book.refused],
    extrapolated: [...book.extrapolated],
    gains: { ...book.gains },
  };
}

/** Enters a disposal, with its gain. */
export function enterDisposal({ disposals, gains }: Book, { money }: Terms, made: Disposal): void {
  const kind = money?.has(made.asset) ? 'currency' : 'realised';
  gains[kind] = plus(gains[kind], made.gain);
  disposals.push(made);
}

/** Enters what a leg put in or took out, which only its matching knows. */
export function enterOutside(
  book: Book,
  way: Outside['way'],
  { asset, time, transaction }: Pick<Outside, 'asset' | 'time' | 'transaction'>,
  figures: Pick<Outside, 'quantity' | 'value' | 'worth'>,
): void {
  flow(book.flows, way === 'in' ? 'putIn' : 'takenOut', figures.value);
  book.outside.push({ way, asset, time, transaction, ...figures });
}
