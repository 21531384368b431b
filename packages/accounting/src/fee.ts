import { ZERO } from '@tidemark/ledger/amount';
import type { TransactionKind } from '@tidemark/ledger/transaction';
import { acquire, dispose, expend, isMoney, worth, type Booking } from './booking.ts';
import type { Convention } from './convention.ts';
import { flow, flowBack } from './flows.ts';
import { allocate, minus, plus, times, type Known } from './known.ts';
import type { Reading, Side } from './reading.ts';

/** What a fee's coin is worth by the trade that it belongs to; null where the trade does not say. */
export type TradeValue = (fee: Side) => Known;

const CHARGED: readonly TransactionKind[] = ['buy', 'sell', 'swap', 'spend'];

/**
 * Books a transaction's fees: those in a coin that comes in or goes out change its quantity where the convention says so,
 * others are paid. Returns what is to be charged to the trade; what is charged to none is among the expenses.
 */
export function settleFees(booking: Booking, reading: Reading, tradeValue: TradeValue): Known {
  let charged: Known = ZERO;
  for (const fee of reading.feesOut) {
    if (absorbed(booking, reading, fee, tradeValue)) continue;
    const value = tradeValue(fee) ?? worth(booking, fee);
    charged = plus(charged, payFee(booking, reading, fee, value));
  }
  for (const fee of reading.feesIn) {
    const value = tradeValue(fee) ?? worth(booking, fee);
    flowBack(booking.book.flows, 'feesPaid', value);
    acquire(booking, fee, value, ZERO, value);
    if (CHARGED.includes(booking.transaction.kind)) charged = minus(charged, value);
    else expend(booking, fee.asset, value?.neg() ?? null);
  }
  return charged;
}

/** Pays a fee that belongs to no trade: the coin is disposed of at spot, and the value is an expense. */
export function payExpense(booking: Booking, fee: Side): void {
  const value = worth(booking, fee);
  flow(booking.book.flows, 'feesPaid', value);
  expend(booking, fee.asset, value);
  dispose(booking, fee, value, ZERO, 'fee');
}

/** Whether a fee is no more than another quantity of a coin that moves anyway. */
function absorbed(
  { transaction, terms, spot, book }: Booking,
  reading: Reading,
  fee: Side,
  tradeValue: TradeValue,
): boolean {
  if (isMoney(terms, fee.asset)) return false;
  const { kind } = transaction;
  const { convention } = terms;
  const same = (side: Side) => side.asset === fee.asset;
  const incoming = reading.ins.find((side) => same(side) && side.quantity.gt(fee.quantity));
  const arrivesLess = convention.feeInCoinBought === 'less_arrives' || !CHARGED.includes(kind);
  const outgoing = reading.outs.find(same);
  const leavesMore = convention.feeInCoinGiven === 'part_of_disposal' && disposes(kind, convention);
  const side = incoming !== undefined && arrivesLess ? incoming : leavesMore ? outgoing : undefined;
  if (side === undefined) return false;
  const change = side === incoming ? fee.quantity.neg() : fee.quantity;
  side.quantity = side.quantity.plus(change);
  flow(book.flows, 'feesPaid', tradeValue(fee) ?? times(fee.quantity, spot.known(fee.asset)));
  return true;
}

function payFee(booking: Booking, reading: Reading, fee: Side, value: Known): Known {
  const { transaction, terms, book } = booking;
  const { feeInCoinGiven, feeInOtherCoin } = terms.convention;
  flow(book.flows, 'feesPaid', value);
  dispose(booking, fee, value, ZERO, 'fee');
  const isFees = ({ asset }: Side) => asset === fee.asset;
  const isOwn = reading.ins.some(isFees) || reading.outs.some(isFees);
  const rule = isOwn ? feeInCoinGiven : feeInOtherCoin;
  const isCharged = isMoney(terms, fee.asset) || rule !== 'expensed';
  if (CHARGED.includes(transaction.kind) && isCharged) return value;
  expend(booking, fee.asset, value);
  return ZERO;
}

/** Whether what goes out in a transaction of this kind is a disposal. */
function disposes(kind: TransactionKind, { gifts, losses }: Convention): boolean {
  if (kind === 'gift_out') return gifts === 'at_spot';
  return kind === 'loss' ? losses === 'at_spot' : CHARGED.includes(kind);
}

/**
 * A charge over the coins of a side, by their values: one for each side, zero for the base currency. Where there is no coin
 * to carry it, it is an expense.
 */
export function spreadCharge(
  booking: Booking,
  charge: Known,
  sides: readonly Side[],
  values: readonly (Known | undefined)[],
): Known[] {
  const { base } = booking.terms;
  const coins = sides.flatMap(({ asset }, i) => (asset === base ? [] : [i]));
  if (charge?.eq(0)) return sides.map(() => ZERO);
  if (coins.length === 1 && sides.length === 1) return [charge];
  if (coins.length === 0) expend(booking, base, charge);
  const parts = allocate(
    charge,
    coins.map((i) => values[i] ?? null),
  );
  return sides.map((_, i) => (coins.includes(i) ? (parts[coins.indexOf(i)] ?? null) : ZERO));
}
