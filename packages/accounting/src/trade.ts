import { ZERO, type Amount } from '@tidemark/ledger/amount';
import { acquire, dispose, isMoney, putIn, takeOut, worth, type Booking } from './booking.ts';
import { settleFees, spreadCharge } from './fee.ts';
import { allocate, minus, plus, shareOf, times, total, type Known } from './known.ts';
import type { Reading, Side } from './reading.ts';
import type { Terms } from './terms.ts';

/**
 * Books a buy, a sale or a swap: what is given is disposed of for what the trade is worth, and what is had costs that. A side
 * that is not there was put in or taken out elsewhere. Fees go to the cost of what a buy brings, else to the proceeds: also
 * those that were kept back of a coin that was swapped for, of which only what arrived was worth the trade.
 */
export function bookTrade(booking: Booking, reading: Reading): void {
  const { ins, outs } = reading;
  const { terms, book, transaction } = booking;
  const values = tradeValues(booking, reading);
  if (outs.length === 0) ins.forEach((side, i) => putIn(booking, side, values.ins[i] ?? null));
  if (ins.length === 0) outs.forEach((side, i) => takeOut(booking, side, values.outs[i] ?? null));
  const quantities = ins.map(({ quantity }) => quantity);
  const before = book.legs.length;
  const paid = settleFees(booking, reading, tradeValueOf(booking, reading, values));
  // A fee is paid after what it is for.
  const fees = book.legs.length > before ? book.legs.splice(before) : [];
  const isBuy = transaction.kind === 'buy';
  const kept = ins.map(({ quantity }, i) => {
    const value = values.ins[i] ?? null;
    return isBuy ? value : shareOf(value, quantity, quantities[i] ?? quantity);
  });
  const isWhole = kept.every((value, i) => value !== null && value === values.ins[i]);
  const charge = isWhole ? paid : plus(paid, minus(total(values.ins), total(kept)));
  const toIns = isBuy || outs.every(({ asset }) => asset === terms.base);
  const charges = spreadCharge(booking, charge, toIns ? ins : outs, toIns ? kept : values.outs);
  outs.forEach((side, i) => {
    dispose(booking, side, values.outs[i] ?? null, toIns ? ZERO : (charges[i] ?? null));
  });
  ins.forEach((side, i) => {
    const [value, fee] = [kept[i] ?? null, toIns ? (charges[i] ?? null) : ZERO];
    acquire(booking, side, value, fee, plus(value, fee));
  });
  book.legs.push(...fees);
}

/** What a fee is worth by its trade: at the price that the transaction states, or at what its coin was traded for. */
function tradeValueOf(
  { spot, terms }: Booking,
  { ins, outs }: Reading,
  values: TradeValues,
): (fee: Side) => Known {
  const traded: { asset: string; quantity: Amount; value: Known }[] = [];
  ins.forEach(({ asset, quantity }, i) => {
    traded.push({ asset, quantity, value: values.ins[i] ?? null });
  });
  outs.forEach(({ asset, quantity }, i) => {
    traded.push({ asset, quantity, value: values.outs[i] ?? null });
  });
  return ({ asset, quantity }) => {
    if (asset === terms.base) return quantity;
    const side = traded.find((each) => each.asset === asset);
    const stated = times(quantity, spot.stated(asset));
    return stated ?? (side === undefined ? null : shareOf(side.value, quantity, side.quantity));
  };
}

interface TradeValues {
  readonly ins: readonly Known[];
  readonly outs: readonly Known[];
}

/**
 * What each side of a trade is worth. The side with more of money says what the trade is worth: the base currency alone, other
 * money at its rate, money beside coins. Without money the coins that are given do, at spot, and else those that are had.
 */
function tradeValues(booking: Booking, { ins, outs }: Reading): TradeValues {
  const { terms, spot } = booking;
  const outsFirst = moneyIn(outs, terms) >= moneyIn(ins, terms);
  for (const side of outsFirst ? [outs, ins] : [ins, outs]) {
    const values = side.map(({ asset, quantity }) =>
      asset === terms.base ? quantity : times(quantity, spot.known(asset)),
    );
    if (values.length === 0 || values.includes(null)) continue;
    const [own, others] = [values, spread(booking, total(values), side === outs ? ins : outs)];
    return side === outs ? { outs: own, ins: others } : { ins: own, outs: others };
  }
  // Nobody knows: what is noted as missing is what was given, or what was had where nothing was.
  const noted = (outs.length > 0 ? outs : ins).map((side) => worth(booking, side));
  return outs.length > 0 ? { ins: ins.map(() => null), outs: noted } : { ins: noted, outs: [] };
}

/** How much a side is money: 3 where it is the base currency alone, 2 of money alone, 1 of some, 0 of none. */
function moneyIn(sides: readonly Side[], terms: Terms): number {
  if (sides.length === 0) return 0;
  if (sides.every(({ asset }) => asset === terms.base)) return 3;
  if (sides.every(({ asset }) => isMoney(terms, asset))) return 2;
  return sides.some(({ asset }) => isMoney(terms, asset)) ? 1 : 0;
}

/** A value over the sides that stand against it: the base currency is what it is, coins share the rest by what they are worth. */
function spread({ terms, spot }: Booking, value: Known, sides: readonly Side[]): Known[] {
  const isBase = ({ asset }: Side) => asset === terms.base;
  const [only, ...others] = sides;
  if (only !== undefined && others.length === 0) return [isBase(only) ? only.quantity : value];
  const money = total(sides.filter(isBase).map(({ quantity }) => quantity));
  const coins = sides.flatMap((side, i) => (isBase(side) ? [] : [{ ...side, i }]));
  const weights = coins.map(({ asset, quantity }) =>
    coins.length === 1 ? null : times(quantity, spot.needed(asset)),
  );
  const parts = allocate(minus(value, money), weights);
  const shares = new Map(coins.map(({ i }, at) => [i, parts[at] ?? null]));
  return sides.map((side, i) => (isBase(side) ? side.quantity : (shares.get(i) ?? null)));
}
