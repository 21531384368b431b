import { ZERO } from '@tidemark/ledger/amount';
import type { LedgerTransaction, TransactionKind } from '@tidemark/ledger/transaction';
import type { Book } from './book.ts';
import {
  acquire,
  depart,
  dispose,
  expend,
  putIn,
  takeOut,
  worth,
  type Booking,
} from './booking.ts';
import { payExpense, settleFees, spreadCharge } from './fee.ts';
import { flow, flowBack } from './flows.ts';
import type { Known } from './known.ts';
import { Spot } from './prices.ts';
import { readMovements, type Reading, type Side } from './reading.ts';
import type { Terms } from './terms.ts';
import { bookTrade } from './trade.ts';
import { bookTransfer } from './transfer.ts';

/**
 * Writes what a transaction does into the book; its legs wait there for what else happens at its time.
 *
 * @throws RangeError where an amount, a price or a time is none; it names the transaction by its index
 */
export function bookTransaction(
  transaction: LedgerTransaction,
  index: number,
  terms: Terms,
  book: Book,
): void {
  const spot = new Spot(transaction, index, terms, book.missing);
  const enter = BOOKERS.get(transaction.kind) ?? bookPassage;
  enter({ transaction, index, spot, terms, book }, readMovements(transaction, index));
}

const BOOKERS: ReadonlyMap<TransactionKind, (booking: Booking, reading: Reading) => void> = new Map(
  [
    ['buy', bookTrade],
    ['sell', bookTrade],
    ['swap', bookTrade],
    ['transfer', bookTransfer],
    ['income', bookIncome],
    ['fee', bookFee],
  ],
);

/** Income at spot, which is the cost of what came. A fee in the same coin was never had. What goes out is income taken back. */
function bookIncome(booking: Booking, reading: Reading): void {
  settleFees(booking, reading, () => null);
  const { book, transaction, index } = booking;
  const { time, income = 'other' } = transaction;
  const note = ({ asset, wallet, quantity }: Side, value: Known) =>
    book.incomes.push({ asset, wallet, time, transaction: index, income, quantity, value });
  for (const side of reading.ins) {
    const value = worth(booking, side);
    acquire(booking, side, value, ZERO, value);
    flow(book.flows, 'income', value);
    note(side, value);
  }
  for (const side of reading.outs) {
    const value = worth(booking, side);
    dispose(booking, side, value, ZERO);
    flowBack(book.flows, 'income', value);
    note({ ...side, quantity: side.quantity.neg() }, value?.neg() ?? null);
  }
}

/** Fees by themselves; what comes in was given back. */
function bookFee(booking: Booking, { ins, outs, feesIn, feesOut }: Reading): void {
  for (const fee of [...outs, ...feesOut]) payExpense(booking, fee);
  settleFees(booking, { ins: [], outs: [], feesOut: [], feesIn: [...ins, ...feesIn] }, () => null);
}

/** What comes from elsewhere and goes elsewhere: deposits, withdrawals, transfers of one side, gifts, payments, losses. */
function bookPassage(booking: Booking, reading: Reading): void {
  const charge = settleFees(booking, reading, () => null);
  for (const side of reading.ins) {
    const value = worth(booking, side);
    acquire(booking, side, value, ZERO, value);
    putIn(booking, side, value);
  }
  const values = reading.outs.map((side) => valueLeaving(booking, side));
  const charges = spreadCharge(booking, charge, reading.outs, values);
  reading.outs.forEach((side, i) => letGo(booking, side, values[i], charges[i] ?? null));
}

/** What a side that goes elsewhere is disposed of for; undefined where it goes at its cost. */
function valueLeaving(booking: Booking, side: Side): Known | undefined {
  const { convention, money } = booking.terms;
  switch (booking.transaction.kind) {
    case 'loss':
      return convention.losses === 'at_zero' ? ZERO : worth(booking, side);
    case 'spend':
      return worth(booking, side);
    case 'gift_out':
      return convention.gifts === 'at_spot' ? worth(booking, side) : undefined;
    default:
      return money?.has(side.asset) ? worth(booking, side) : undefined;
  }
}

function letGo(booking: Booking, side: Side, value: Known | undefined, fees: Known): void {
  const { terms, transaction } = booking;
  if (value === undefined) {
    depart(booking, side);
    return;
  }
  dispose(booking, side, value, fees);
  if (side.asset !== terms.base) takeOut(booking, side, value);
  else if (transaction.kind === 'loss') expend(booking, side.asset, side.quantity);
  else takeOut(booking, side, side.quantity);
}
