import { ZERO } from '@tidemark/ledger/amount';
import type { LedgerTransaction, TransactionKind } from '@tidemark/ledger/transaction';
import { acquire, depart, dispose, worth, type Book, type Booking, type Terms } from './booking.ts';
import { payExpense, settleFees, spreadCharge } from './fee.ts';
import { flow, flowBack, noFlows } from './flows.ts';
import type { Known } from './known.ts';
import type { Leg } from './leg.ts';
import { spotOf } from './prices.ts';
import { readMovements, type Reading, type Side } from './reading.ts';
import { bookTrade } from './trade.ts';
import { bookTransfer } from './transfer.ts';

/** What transactions do, leg by leg, in the order in which the convention has them happen. */
export function bookOf(transactions: readonly LedgerTransaction[], terms: Terms): Book {
  const book: Book = { legs: [], flows: noFlows(), incomes: [], missing: [] };
  transactions.forEach((transaction, index) => {
    const spot = spotOf(transaction, index, terms, book.missing);
    const enter = BOOKERS.get(transaction.kind) ?? bookPassage;
    enter({ transaction, index, spot, terms, book }, readMovements(transaction, index));
  });
  inOrder(book.legs, terms);
  return book;
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
    flow(booking.book.flows, 'putIn', value);
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
  const { book, terms, transaction } = booking;
  if (value === undefined) {
    depart(booking, side);
    return;
  }
  dispose(booking, side, value, fees);
  if (side.asset !== terms.base) flow(book.flows, 'takenOut', value);
  else if (transaction.kind === 'loss') flow(book.flows, 'expenses', side.quantity);
  else flow(book.flows, 'takenOut', side.quantity);
}

/** By time; within one time as the convention has it; then as the rows stand. */
function inOrder(legs: Leg[], { convention }: Terms): void {
  const { equalTimes, pools } = convention;
  const stages = { acquisition: 0, move: 1, disposal: 2, departure: 2 };
  const stage = (leg: Leg) => {
    if (equalTimes === 'row_order') return 0;
    // Where moves matter they stand between: what arrives can be moved, and what was moved can be given away.
    const isFeeOfMove = leg.type === 'disposal' && leg.kind === 'transfer';
    return isFeeOfMove ? (pools === 'one' ? 3 : 1) : stages[leg.type];
  };
  legs.sort((a, b) => a.time - b.time || stage(a) - stage(b) || a.transaction - b.transaction);
}
