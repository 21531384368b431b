import { ZERO, type Amount } from '@tidemark/ledger/amount';
import { minus, plus, type Known } from './known.ts';

/**
 * What a ledger's transactions bring in and take out of the whole, in the base currency; null where it takes a price that
 * nobody knows. They stand in one identity with the gains, which holds to the last digit for every method:
 *
 *     realised + currency + income + unrealised − expenses = value − putIn + takenOut
 *
 * where `value` is the balance of the base currency and the quantities that are held, times their prices.
 */
export interface Flows {
  /** The balance of the base currency. */
  money: Amount;
  /** Money put in, and what was given to one or came from elsewhere, at spot. */
  putIn: Known;
  /** Money taken out, what was paid with at spot, what was given away or sent elsewhere at what it left for. */
  takenOut: Known;
  /** Staking, interest and the like, at spot. */
  income: Known;
  /** Fees that no cost and no proceeds have in them, and money lost. */
  expenses: Known;
  /** All fees, also those in costs and proceeds: what fees came to. Not part of the identity. */
  feesPaid: Known;
}

/** What came from outside or went there: `putIn` and `takenOut` one by one. */
export interface Outside {
  readonly way: 'in' | 'out';
  readonly asset: string;
  readonly time: number;
  /** Index of the transaction. */
  readonly transaction: number;
  readonly quantity: Amount;
  /** As `putIn` and `takenOut` have it: what leaves without a gain has its cost. */
  readonly value: Known;
  /** At spot; null where nobody knows. */
  readonly worth: Known;
}

/** A part of `expenses`. */
export interface Expense {
  /** What it was paid in; the base currency where that cannot be told. */
  readonly asset: string;
  readonly time: number;
  /** Index of the transaction. */
  readonly transaction: number;
  /** Negative where it was given back. */
  readonly value: Known;
}

export function noFlows(): Flows {
  return { money: ZERO, putIn: ZERO, takenOut: ZERO, income: ZERO, expenses: ZERO, feesPaid: ZERO };
}

/** Adds to one of the flows. */
export function flow(flows: Flows, name: Exclude<keyof Flows, 'money'>, value: Known): void {
  flows[name] = plus(flows[name], value);
}

/** Takes from one of the flows. */
export function flowBack(flows: Flows, name: Exclude<keyof Flows, 'money'>, value: Known): void {
  flows[name] = minus(flows[name], value);
}
