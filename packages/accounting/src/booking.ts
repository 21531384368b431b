import type { LedgerTransaction, MovementRole } from '@tidemark/ledger/transaction';
import type { Book } from './book.ts';
import { flow } from './flows.ts';
import { perUnit, times, type Known } from './known.ts';
import type { Spot } from './prices.ts';
import type { Side } from './reading.ts';
import type { Terms } from './terms.ts';

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
  const transaction = index;
  const type = 'acquisition';
  book.legs.push({ type, asset, wallet, time, transaction, kind, quantity, cost, fees, price });
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
  const transaction = index;
  const type = 'disposal';
  book.legs.push({ type, asset, wallet, time, transaction, kind, quantity, role, proceeds, fees });
}

/** Leaves at its cost, which is added to what was taken out when the cost is known. */
export function depart(booking: Booking, side: Side): void {
  const { asset, wallet, quantity } = side;
  const { book, terms, index, spot } = booking;
  const { time, kind } = booking.transaction;
  if (asset === terms.base) {
    book.flows.money = book.flows.money.minus(quantity);
    takeOut(booking, side, quantity);
    return;
  }
  const part = { asset, wallet, time, transaction: index, kind, quantity };
  book.legs.push({ type: 'departure', ...part, worth: times(quantity, spot.known(asset)) });
}

/** Counts a side as put in. */
export function putIn({ book, transaction, index }: Booking, side: Side, value: Known): void {
  const { asset, quantity } = side;
  const part = { asset, time: transaction.time, transaction: index, quantity };
  flow(book.flows, 'putIn', value);
  book.outside.push({ way: 'in', ...part, value, worth: value });
}

/** Counts a side as taken out. */
export function takeOut({ book, transaction, index }: Booking, side: Side, value: Known): void {
  const { asset, quantity } = side;
  const part = { asset, time: transaction.time, transaction: index, quantity };
  flow(book.flows, 'takenOut', value);
  book.outside.push({ way: 'out', ...part, value, worth: value });
}

/** Counts a value as an expense. */
export function expend({ book, transaction, index }: Booking, asset: string, value: Known): void {
  flow(book.flows, 'expenses', value);
  book.expenses.push({ asset, time: transaction.time, transaction: index, value });
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
