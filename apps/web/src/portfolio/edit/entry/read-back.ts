import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { isNegative, sizeOf, sumOf } from '../../../format/amount.ts';
import { timeField, type EntryValues } from './entry-values.ts';
import { KINDS } from './kinds.ts';

type Movement = Transaction['movements'][number];

interface Sides {
  came: readonly Movement[];
  went: readonly Movement[];
  fees: readonly Movement[];
}

/**
 * The values of the form that would make a transaction as it is; null: no form makes it, as with one that was joined of many
 * rows of a file.
 */
export function valuesOf(transaction: Transaction): EntryValues | null {
  const { kind, movements, price, income_kind, note, time } = transaction;
  const amounts = movements.filter(({ role }) => role === 'amount');
  const main = mainValues(kind, {
    came: amounts.filter(({ amount }) => !isNegative(amount)),
    went: amounts.filter(({ amount }) => isNegative(amount)),
    fees: movements.filter(({ role }) => role === 'fee'),
  });
  if (main === null) return null;
  const hasWorth = KINDS[kind].parts.includes('worth') && price !== null;
  return {
    kind,
    time: timeField(time),
    ...main,
    ...(hasWorth && { price: price.amount, currency: price.currency }),
    income_kind: income_kind ?? '',
    note: note ?? '',
  };
}

function mainValues(kind: Transaction['kind'], sides: Sides): EntryValues | null {
  const { came, went, fees } = sides;
  if (fees.length > 1 || came.length > 1 || went.length > 1) return null;
  const [[plus], [minus], [fee]] = [came, went, fees];
  const wallets = new Set([...came, ...went, ...fees].map(({ wallet }) => wallet));
  if (kind === 'transfer') return transferValues(plus, minus, fee);
  if (kind === 'fee') return plus || minus || !fee ? null : { ...oneOf(fee), wallet: fee.wallet };
  if (wallets.size > 1) return null;
  const [wallet = ''] = wallets;
  const rest = { wallet, ...feeOf(fee) };
  if (kind === 'buy' || kind === 'sell' || kind === 'swap') {
    if (!plus || !minus) return null;
    if (kind === 'swap') return { ...pairOf('sold', minus), ...pairOf('bought', plus), ...rest };
    const [coin, money] = kind === 'buy' ? [plus, minus] : [minus, plus];
    return { ...oneOf(coin), total: sizeOf(money.amount), currency: money.asset, ...rest };
  }
  const only = plus ?? minus;
  return only === undefined || (plus && minus) ? null : { ...oneOf(only), ...rest };
}

/** A fee in the same coin, out of the same wallet, is what left and did not arrive. */
function transferValues(
  plus: Movement | undefined,
  minus: Movement | undefined,
  fee: Movement | undefined,
): EntryValues | null {
  if (!plus || !minus || plus.asset !== minus.asset || sumOf(plus.amount, minus.amount) !== '0')
    return null;
  if (fee && fee.wallet !== minus.wallet) return null;
  const isLost = fee?.asset === minus.asset;
  return {
    asset: minus.asset,
    quantity: sizeOf(isLost ? sumOf(minus.amount, fee.amount) : minus.amount),
    received: isLost ? plus.amount : '',
    wallet: minus.wallet,
    to_wallet: plus.wallet,
    ...(isLost ? {} : feeOf(fee)),
  };
}

function oneOf({ asset, amount }: Movement): EntryValues {
  return { asset, quantity: sizeOf(amount) };
}

function pairOf(name: string, { asset, amount }: Movement): EntryValues {
  return { [`${name}.asset`]: asset, [`${name}.quantity`]: sizeOf(amount) };
}

function feeOf(fee: Movement | undefined): EntryValues {
  return fee === undefined ? {} : pairOf('fee', fee);
}
