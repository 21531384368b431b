import { readAmount, type Amount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import { times, type Known } from './known.ts';

/** Base currency for one unit of an asset at a time (epoch ms); null where nobody knows. */
export type PriceOf = (asset: string, time: number) => Amount | null;

/** A price that was asked for and is not known: the figures that need it are null. */
export interface MissingPrice {
  readonly asset: string;
  readonly time: number;
  /** Index of the transaction that asked. */
  readonly transaction: number;
}

/** What things are worth within one transaction, in the base currency for one unit. */
export interface Spot {
  /** By the transaction's own price. */
  stated: (asset: string) => Known;
  /** By the transaction's own price, and else by the prices. */
  known: (asset: string) => Known;
  /** The same for whom there is no other way: what is not known is noted as missing. */
  needed: (asset: string) => Known;
}

export function spotOf(
  transaction: LedgerTransaction,
  index: number,
  { base, priceOf }: { base: string; priceOf: PriceOf },
  missing: MissingPrice[],
): Spot {
  const { time, price } = transaction;
  const subject = price === undefined ? null : pricedAsset(transaction, base);
  const stated = (asset: string): Known => {
    if (price === undefined || asset !== subject) return null;
    const amount = readAmount(price.amount);
    if (amount === null) throw new RangeError(`transaction ${index}: price is no decimal`);
    return price.currency === base ? amount : times(amount, priceOf(price.currency, time));
  };
  const known = (asset: string): Known => stated(asset) ?? priceOf(asset, time);
  const needed = (asset: string): Known => {
    const found = known(asset);
    if (found === null) missing.push({ asset, time, transaction: index });
    return found;
  };
  return { stated, known, needed };
}

/** The one asset, money of the price apart, that a transaction is about; null where there are several, as in a swap. */
function pricedAsset({ movements, price }: LedgerTransaction, base: string): string | null {
  const about = (role: string) =>
    new Set(
      movements
        .filter((m) => m.role === role && m.asset !== base && m.asset !== price?.currency)
        .map((m) => m.asset),
    );
  const amounts = about('amount');
  const assets = amounts.size === 0 ? about('fee') : amounts;
  return assets.size === 1 ? ([...assets][0] ?? null) : null;
}
