import { readAmount, type Amount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';

/** One side of a movement: how much of what, where. */
export interface Side {
  readonly asset: string;
  readonly wallet: string;
  /** Above zero. */
  quantity: Amount;
}

/** A transaction's movements, sorted by what they do. */
export interface Reading {
  readonly ins: Side[];
  readonly outs: Side[];
  readonly feesOut: Side[];
  /** Fees given back. */
  readonly feesIn: Side[];
}

/** @throws RangeError where an amount is no plain decimal or zero, or the time is none */
export function readMovements({ time, movements }: LedgerTransaction, index: number): Reading {
  if (!Number.isFinite(time)) throw new RangeError(`transaction ${index}: time is no number`);
  const reading: Reading = { ins: [], outs: [], feesOut: [], feesIn: [] };
  let at = 0;
  for (const { asset, wallet, amount, role } of movements) {
    const quantity = readAmount(amount);
    if (quantity === null || quantity.eq(0)) {
      throw new RangeError(`transaction ${index}, movement ${at}: amount is no decimal but zero`);
    }
    const list = sideOf(reading, role === 'fee', quantity.gt(0));
    list.push({ asset, wallet, quantity: quantity.abs() });
    at += 1;
  }
  return reading;
}

function sideOf(reading: Reading, isFee: boolean, comesIn: boolean): Side[] {
  if (isFee) return comesIn ? reading.feesIn : reading.feesOut;
  return comesIn ? reading.ins : reading.outs;
}
