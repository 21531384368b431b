import { writeAmount, ZERO, type Amount } from '@tidemark/ledger/amount';
import type {
  IncomeKind,
  Movement,
  MovementRole,
  TransactionKind,
} from '@tidemark/ledger/transaction';
import { isMoney } from './cells/asset.ts';
import { isNegative, isPositive, isZero } from './cells/sign.ts';
import type { Booking } from './outcomes.ts';

export interface Leg {
  asset: string;
  /** Signed: what the balance changed by. */
  amount: Amount;
  role?: MovementRole;
  wallet?: string;
}

/** What every transaction may have beside its movements. */
export interface Details {
  time: number;
  /** Where legs do not say. */
  wallet: string;
  note?: string;
  reference?: string;
  price?: { amount: Amount; currency: string };
}

/** A fee, written with either sign or with none, as what it takes; what is given back stays positive by `rebate`. */
export function feeLeg(asset: string, amount: Amount, wallet?: string): Leg {
  return {
    asset,
    amount: amount.abs().neg(),
    role: 'fee',
    ...(wallet === undefined ? {} : { wallet }),
  };
}

export function movementsOf(legs: readonly Leg[], wallet: string): Movement[] {
  return legs
    .filter(({ amount }) => !isZero(amount))
    .map((leg) => ({
      asset: leg.asset,
      amount: writeAmount(leg.amount),
      role: leg.role ?? 'amount',
      wallet: leg.wallet ?? wallet,
    }));
}

/** A transaction of legs; those of zero are no movements. */
export function book(
  kind: TransactionKind | { income: IncomeKind },
  legs: readonly Leg[],
  { time, wallet, note, reference, price }: Details,
): Booking {
  const kinds =
    typeof kind === 'string' ? { kind } : { kind: 'income' as const, income: kind.income };
  return {
    time,
    ...kinds,
    movements: movementsOf(legs, wallet),
    ...(price === undefined ? {} : { price: { ...price, amount: writeAmount(price.amount) } }),
    ...(note ? { note } : {}),
    ...(reference ? { reference } : {}),
  };
}

/** What an exchange of the legs is: a coin had for money is bought, one given for money is sold. */
export function tradeKind(legs: readonly Leg[]): TransactionKind {
  const amounts = legs.filter(({ role, amount }) => role !== 'fee' && !isZero(amount));
  const gave = amounts.filter(({ amount }) => isNegative(amount));
  const got = amounts.filter(({ amount }) => isPositive(amount));
  if (gave.length === 0 && got.length === 0) return 'fee';
  if (gave.length === 0) return plainKind(got[0] ?? { asset: '', amount: ZERO });
  if (got.length === 0) return plainKind(gave[0] ?? { asset: '', amount: ZERO });
  const paid = gave.every(({ asset }) => isMoney(asset));
  const was = got.every(({ asset }) => isMoney(asset));
  if (paid === was) return 'swap';
  return paid ? 'buy' : 'sell';
}

/** What one movement is of which nothing more is known: money comes and goes, coins are transferred. */
export function plainKind({ asset, amount }: { asset: string; amount: Amount }): TransactionKind {
  if (isMoney(asset)) return isNegative(amount) ? 'withdrawal' : 'deposit';
  return isNegative(amount) ? 'transfer_out' : 'transfer_in';
}

export interface Trade extends Details {
  side: 'buy' | 'sell';
  base: string;
  quote: string;
  /** Of the base, any sign. */
  quantity: Amount;
  /** Of the quote, without the fee, any sign. */
  total: Amount;
  fees?: readonly Leg[];
}

/** A trade told by its side: base against quote, fees beside them. */
export function bookTrade({
  side,
  base,
  quote,
  quantity,
  total,
  fees = [],
  ...details
}: Trade): Booking {
  const [got, gave] = [quantity.abs(), total.abs()];
  const legs: Leg[] = [
    { asset: base, amount: side === 'buy' ? got : got.neg() },
    { asset: quote, amount: side === 'buy' ? gave.neg() : gave },
    ...fees,
  ];
  return book(tradeKind(legs), legs, details);
}
