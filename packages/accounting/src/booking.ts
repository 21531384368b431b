import type { Amount } from '@tidemark/ledger/amount';
import type { IncomeKind, LedgerTransaction, MovementRole } from '@tidemark/ledger/transaction';
import type { Convention } from './convention.ts';
import { flow, type Flows } from './flows.ts';
import { perUnit, times, type Known } from './known.ts';
import type { Leg } from './leg.ts';
import type { Method } from './method.ts';
import type { MissingPrice, PriceOf, Spot } from './prices.ts';
import type { Side } from './reading.ts';

/** What an account is made by. */
export interface Terms {
  /** The money in which everything is counted, such as `USD`. */
  readonly base: string;
  /** Other money, such as `EUR`: held in lots as anything else, with gains that are kept apart. */
  readonly money?: ReadonlySet<string>;
  readonly method: Method;
  readonly convention: Convention;
  readonly priceOf: PriceOf;
}

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

/** Everything that the transactions do. */
export interface Book {
  readonly legs: Leg[];
  readonly flows: Flows;
  readonly incomes: Income[];
  readonly missing: MissingPrice[];
}

/** A transaction on its way into the book. */
export interface Booking {
  readonly transaction: LedgerTransaction;
  readonly index: number;
  readonly spot: Spot;
  readonly terms: Terms;
  readonly book: Book;
}

/** Acquires at `value` and fees; the base currency is a balance that grows. */
export function acquire(
  booking: Booking,
  side: Side,
  value: Known,
  fees: Known,
  cost: Known,
): void {
  const { asset, wallet, quantity } = side;
  const { book, terms, spot, index } = booking;
  if (asset === terms.base) {
    book.flows.money = book.flows.money.plus(quantity);
    return;
  }
  const { time, kind } = booking.transaction;
  const price = ranksByPrice(terms) ? (spot.stated(asset) ?? perUnit(value, quantity)) : null;
  const part = { asset, wallet, time, transaction: index, kind, quantity };
  book.legs.push({ type: 'acquisition', ...part, cost, fees, price });
}

/** Disposes for proceeds, of which the fees are taken; the base currency is a balance that falls. */
export function dispose(
  booking: Booking,
  { asset, wallet, quantity }: Side,
  proceeds: Known,
  fees: Known,
  role: MovementRole = 'amount',
): void {
  const { book, terms, index } = booking;
  if (asset === terms.base) {
    book.flows.money = book.flows.money.minus(quantity);
    return;
  }
  const { time, kind } = booking.transaction;
  const part = { asset, wallet, time, transaction: index, kind, quantity };
  book.legs.push({ type: 'disposal', ...part, role, proceeds, fees });
}

/** Leaves at its cost, which is added to what was taken out when the cost is known. */
export function depart(booking: Booking, { asset, wallet, quantity }: Side): void {
  const { book, terms, index } = booking;
  const { time, kind } = booking.transaction;
  if (asset === terms.base) {
    book.flows.money = book.flows.money.minus(quantity);
    flow(book.flows, 'takenOut', quantity);
    return;
  }
  book.legs.push({ type: 'departure', asset, wallet, time, transaction: index, kind, quantity });
}

/** What a side is worth at spot; noted as missing where nobody knows. */
export function worth({ spot, terms }: Booking, { asset, quantity }: Side): Known {
  return asset === terms.base ? quantity : times(quantity, spot.needed(asset));
}

/** Whether an asset is money: the base currency, or another one. */
export function isMoney({ base, money }: Terms, asset: string): boolean {
  return asset === base || (money?.has(asset) ?? false);
}

function ranksByPrice({ method, convention }: Terms): boolean {
  return (method === 'hifo' || method === 'lofo') && convention.rank === 'price';
}
