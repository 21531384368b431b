import { ZERO } from '@tidemark/ledger/amount';
import { acquire, dispose, worth, type Booking } from './booking.ts';
import { settleFees, spreadCharge } from './fee.ts';
import { flow } from './flows.ts';
import { allocate, minus, plus, shareOf, times, total, type Known } from './known.ts';
import type { Reading, Side } from './reading.ts';

/**
 * Books a buy, a sale or a swap: what is given is disposed of for what the trade is worth, and what is had costs that.
 * Money says what it is worth; without money the coins that are given do, at spot, and else those that are had. A side
 * that is not there was put in or taken out elsewhere. Fees go to the cost of what a buy brings, else to the proceeds.
 */
export function bookTrade(booking: Booking, reading: Reading): void {
  const { ins, outs } = reading;
  const { terms, book, transaction } = booking;
  const values = tradeValues(booking, reading);
  if (outs.length === 0) flow(book.flows, 'putIn', total(values.ins));
  if (ins.length === 0) flow(book.flows, 'takenOut', total(values.outs));
  const gross = [...ins, ...outs].map(({ asset, quantity }, i) => {
    return { asset, quantity, value: [...values.ins, ...values.outs][i] ?? null };
  });
  const before = book.legs.length;
  const charge = settleFees(booking, reading, ({ asset, quantity }) => {
    const side = gross.find((each) => each.asset === asset);
    const stated = times(quantity, booking.spot.stated(asset));
    return stated ?? (side === undefined ? null : shareOf(side.value, quantity, side.quantity));
  });
  // A fee is paid after what it is for.
  const fees = book.legs.splice(before);
  const toIns = transaction.kind === 'buy' || outs.every(({ asset }) => asset === terms.base);
  const charges = spreadCharge(
    booking,
    charge,
    toIns ? ins : outs,
    toIns ? values.ins : values.outs,
  );
  outs.forEach((side, i) => {
    dispose(booking, side, values.outs[i] ?? null, toIns ? ZERO : (charges[i] ?? null));
  });
  ins.forEach((side, i) => {
    const [value, fee] = [values.ins[i] ?? null, toIns ? (charges[i] ?? null) : ZERO];
    acquire(booking, side, value, fee, plus(value, fee));
  });
  book.legs.push(...fees);
}

interface TradeValues {
  readonly ins: readonly Known[];
  readonly outs: readonly Known[];
}

function tradeValues(booking: Booking, { ins, outs }: Reading): TradeValues {
  const { base } = booking.terms;
  const isMoney = (sides: readonly Side[]) =>
    sides.length > 0 && sides.every(({ asset }) => asset === base);
  const atSpot = (sides: readonly Side[]) =>
    sides.map(({ asset, quantity }) =>
      asset === base ? quantity : times(quantity, booking.spot.known(asset)),
    );
  const [spotIns, spotOuts] = [atSpot(ins), atSpot(outs)];
  const isKnown = (values: readonly Known[]) => values.length > 0 && !values.includes(null);
  if (isMoney(outs) || (!isMoney(ins) && isKnown(spotOuts))) {
    return { outs: spotOuts, ins: spread(total(spotOuts), ins, spotIns, base) };
  }
  if (isKnown(spotIns)) {
    return { ins: spotIns, outs: spread(total(spotIns), outs, spotOuts, base) };
  }
  // Nobody knows: what is noted as missing is what was given, or what was had where nothing was.
  const noted = (outs.length > 0 ? outs : ins).map((side) => worth(booking, side));
  return outs.length > 0 ? { ins: spotIns.map(() => null), outs: noted } : { ins: noted, outs: [] };
}

/** A value over the sides that stand against it: the base currency is what it is, coins share the rest by what they are worth. */
function spread(
  value: Known,
  sides: readonly Side[],
  atSpot: readonly Known[],
  base: string,
): Known[] {
  const money = total(sides.filter(({ asset }) => asset === base).map(({ quantity }) => quantity));
  const coins = sides.flatMap(({ asset }, i) => (asset === base ? [] : [i]));
  const parts = allocate(
    minus(value, money),
    coins.map((i) => atSpot[i] ?? null),
  );
  return sides.map(({ asset, quantity }, i) =>
    asset === base ? quantity : (parts[coins.indexOf(i)] ?? null),
  );
}
