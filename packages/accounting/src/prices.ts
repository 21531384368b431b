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
export class Spot {
  readonly #time: number;
  readonly #index: number;
  readonly #priceOf: PriceOf;
  readonly #missing: MissingPrice[];
  /** The asset that the transaction has a price of, and that price. */
  readonly #subject: string | null;
  readonly #price: Known;

  /** @throws RangeError where the transaction's price is no decimal */
  constructor(
    transaction: LedgerTransaction,
    index: number,
    { base, priceOf }: { base: string; priceOf: PriceOf },
    missing: MissingPrice[],
  ) {
    const { time, price } = transaction;
    this.#time = time;
    this.#index = index;
    this.#priceOf = priceOf;
    this.#missing = missing;
    this.#subject = price === undefined ? null : pricedAsset(transaction, base);
    this.#price = this.#subject === null ? null : statedPrice(transaction, index, base, priceOf);
  }

  /** By the transaction's own price. */
  stated(asset: string): Known {
    return asset === this.#subject ? this.#price : null;
  }

  /** By the transaction's own price, and else by the prices. */
  known(asset: string): Known {
    return this.stated(asset) ?? this.#priceOf(asset, this.#time);
  }

  /** The same for whom there is no other way: what is not known is noted as missing. */
  needed(asset: string): Known {
    const found = this.known(asset);
    if (found === null) this.#missing.push({ asset, time: this.#time, transaction: this.#index });
    return found;
  }
}

function statedPrice(
  { time, price }: LedgerTransaction,
  index: number,
  base: string,
  priceOf: PriceOf,
): Known {
  if (price === undefined) return null;
  const amount = readAmount(price.amount);
  if (amount === null) throw new RangeError(`transaction ${index}: price is no decimal`);
  return price.currency === base ? amount : times(amount, priceOf(price.currency, time));
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
