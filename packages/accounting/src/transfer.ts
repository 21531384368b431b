import { ZERO } from '@tidemark/ledger/amount';
import { acquire, putIn, worth, type Booking } from './booking.ts';
import { payExpense } from './fee.ts';
import type { Reading, Side } from './reading.ts';

/**
 * Books a transfer between one's own places: what arrives is moved with its cost; what does not arrive is a fee, disposed
 * of at spot, whose value is an expense. The fee goes first, as from the place that sends. What arrives beyond what was
 * sent was put in.
 */
export function bookTransfer(booking: Booking, { ins, outs, feesOut, feesIn }: Reading): void {
  const { transaction, index, terms, book } = booking;
  const { time, kind } = transaction;
  const moves: (Side & { to: string })[] = [];
  for (const { asset, wallet: to, quantity } of [...ins, ...feesIn]) {
    let rest = quantity;
    for (const sent of outs.filter((out) => out.asset === asset && out.quantity.gt(0))) {
      const part = rest.lt(sent.quantity) ? rest : sent.quantity;
      if (part.eq(0)) break;
      moves.push({ asset, wallet: sent.wallet, quantity: part, to });
      sent.quantity = sent.quantity.minus(part);
      rest = rest.minus(part);
    }
    if (rest.gt(0)) arrive(booking, { asset, wallet: to, quantity: rest });
  }
  for (const fee of [...outs, ...feesOut]) if (fee.quantity.gt(0)) payExpense(booking, fee);
  for (const move of moves) {
    if (move.asset === terms.base) continue;
    book.legs.push({ type: 'move', ...move, time, kind, transaction: index });
  }
}

function arrive(booking: Booking, side: Side): void {
  const value = worth(booking, side);
  putIn(booking, side, value);
  acquire(booking, side, value, ZERO, value);
}
