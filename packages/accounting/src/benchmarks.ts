import { ZERO, type Amount } from '@tidemark/ledger/amount';
import type { DailyValue } from './daily-values.ts';
import { minus, plus, shareOf, times, type Known } from './known.ts';

/** Digits after the point of units in parts: each more costs at every price of every day, and fewer would show in their worth. */
const PLACES = 26;

/** What came and what went on a day, in the base currency. */
export type DayFlows = Pick<DailyValue, 'day' | 'came' | 'went'>;

/** The price of an asset at the end of the day in hand, in the base currency; null where nobody knows. */
type PriceThen = (asset: string) => Known;

// Each takes days one after another, and says what would be there at the end of each; a copy goes on by itself, so that the days of the
// past need not be gone through again for one that is not over.

/** The same flows had stayed money; null from a flow of unknown worth on. */
export class KeptAsMoney {
  #money: Known;

  constructor(money: Known = ZERO) {
    this.#money = money;
  }

  next({ came, went }: DayFlows): Known {
    this.#money = minus(plus(this.#money, came), went);
    return this.#money;
  }

  copy(): KeptAsMoney {
    return new KeptAsMoney(this.#money);
  }
}

/**
 * The same flows had bought one asset, and sold it, at the price of their day's end (index comparison method: Long and Nickels, 1996).
 * Who took out more than the asset would have made owes it: below zero. Null on days without a price, and from a flow on
 * that has no price or no worth.
 */
export class PutIntoOne {
  #units: Known;

  constructor(units: Known = ZERO) {
    this.#units = units;
  }

  next({ came, went }: DayFlows, price: Known): Known {
    this.#units = plus(this.#units, unitsFor(minus(came, went), price));
    return this.#units?.eq(0) ? ZERO : times(this.#units, price);
  }

  copy(): PutIntoOne {
    return new PutIntoOne(this.#units);
  }
}

interface Parts {
  /** Units by asset. */
  readonly basket: Map<string, Amount>;
  /** What came while there was nothing to buy. */
  waiting: Amount;
  /** False from a flow on that cannot be placed. */
  isKnown: boolean;
}

/**
 * The same flows had bought the assets that are named for their day in equal parts, those without a price left out; what comes while
 * there are none stays money until there are. It is not rebalanced: what goes out is taken from that money first, and then sells
 * the same part of each. Null on days on which a price of the basket is missing, and from a flow on that cannot be placed.
 */
export class PutIntoEqualParts {
  readonly #parts: Parts;

  constructor(parts: Parts = { basket: new Map(), waiting: ZERO, isKnown: true }) {
    this.#parts = parts;
  }

  next({ came, went }: DayFlows, assets: readonly string[], priceOf: PriceThen): Known {
    const parts = this.#parts;
    if (came === null || went === null) parts.isKnown = false;
    if (!parts.isKnown) return null;
    parts.waiting = parts.waiting.plus(came ?? ZERO);
    if (parts.waiting.gt(0)) this.#buy(assets, priceOf);
    if (went?.gt(0)) this.#sell(went, priceOf);
    return this.#parts.isKnown ? plus(this.#worth(priceOf), parts.waiting) : null;
  }

  copy(): PutIntoEqualParts {
    return new PutIntoEqualParts({ ...this.#parts, basket: new Map(this.#parts.basket) });
  }

  #buy(assets: readonly string[], priceOf: PriceThen): void {
    const parts = this.#parts;
    const { basket, waiting } = parts;
    const priced = assets.flatMap((asset) => {
      const price = priceOf(asset);
      return price?.gt(0) ? [{ asset, price }] : [];
    });
    if (priced.length === 0) return;
    for (const { asset, price } of priced) {
      const bought = waiting.div(price.times(priced.length));
      basket.set(asset, (basket.get(asset) ?? ZERO).plus(rounded(bought)));
    }
    parts.waiting = ZERO;
  }

  #sell(money: Amount, priceOf: PriceThen): void {
    const parts = this.#parts;
    const { basket, waiting } = parts;
    const fromWaiting = waiting.lt(money) ? waiting : money;
    parts.waiting = waiting.minus(fromWaiting);
    const rest = money.minus(fromWaiting);
    if (rest.eq(0)) return;
    const worth = this.#worth(priceOf);
    if (worth === null || worth.eq(0)) {
      parts.isKnown = false;
      return;
    }
    for (const [asset, units] of basket) {
      basket.set(asset, units.minus(rounded(shareOf(units, rest, worth) ?? ZERO)));
    }
  }

  #worth(priceOf: PriceThen): Known {
    let sum: Known = ZERO;
    for (const [asset, units] of this.#parts.basket) {
      if (!units.eq(0)) sum = plus(sum, times(units, priceOf(asset)));
    }
    return sum;
  }
}

function rounded(units: Amount): Amount {
  return units.round(PLACES);
}

function unitsFor(value: Known, price: Known): Known {
  if (value?.eq(0)) return ZERO;
  return value === null || price === null || price.eq(0) ? null : value.div(price);
}
