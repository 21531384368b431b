import { Drawdown, type Fall } from '@tidemark/risk/drawdown';
import { Amount, fractionOf, roundedDown, roundedUp } from './amount.ts';

/** What trading costs, in percent of what is traded, for each side. */
export interface Costs {
  readonly feePct: number;
  readonly slippagePct: number;
}

/** One purchase or sale. */
export interface Fill {
  /** Of a coin, with slippage; exact. */
  readonly price: Amount;
  readonly quantity: Amount;
  /** Quantity × price, rounded against the trader. */
  readonly value: Amount;
  /** Fee on the value, rounded up. */
  readonly fee: Amount;
}

/**
 * Cash or coins, never borrowed. Amounts are kept to 18 places; each fill is rounded once, against the trader, and the
 * rounded amounts are what is booked: cash is the initial cash − what was bought + what was sold − fees, exactly.
 */
export class Account {
  readonly #fee: Amount;
  readonly #dearer: Amount;
  readonly #cheaper: Amount;
  #cash: Amount;
  #coins: Amount = new Amount(0);
  #fees: Amount = new Amount(0);
  readonly #drawdown = new Drawdown();
  #deepest: Fall | null = null;
  /** The same as numbers, for the value at every bar. */
  #near = { cash: 0, coins: 0 };

  constructor(initialCash: Amount, { feePct, slippagePct }: Costs) {
    this.#fee = fractionOf(feePct);
    this.#dearer = fractionOf(slippagePct).plus(1);
    this.#cheaper = new Amount(1).minus(fractionOf(slippagePct));
    this.#cash = initialCash;
    this.#book();
  }

  get cash(): Amount {
    return this.#cash;
  }

  get coins(): Amount {
    return this.#coins;
  }

  get fees(): Amount {
    return this.#fees;
  }

  /** Spends all cash on coins at this price and slippage; null where it is not enough for 10^-18 coins. */
  buy(at: number): Fill | null {
    const price = this.#dearer.times(at);
    const quantity = roundedDown(this.#cash.div(price.times(this.#fee.plus(1))));
    if (quantity.isZero()) return null;
    const value = Amount.min(roundedUp(quantity.times(price)), this.#cash);
    const left = this.#cash.minus(value);
    const fee = Amount.min(roundedUp(value.times(this.#fee)), left);
    this.#cash = left.minus(fee);
    this.#coins = this.#coins.plus(quantity);
    return this.#booked({ price, quantity, value, fee });
  }

  /** Sells all coins at this price less slippage. */
  sell(at: number): Fill {
    const price = this.#cheaper.times(at);
    const quantity = this.#coins;
    const value = roundedDown(quantity.times(price));
    const fee = roundedUp(value.times(this.#fee));
    this.#cash = this.#cash.plus(value).minus(fee);
    this.#coins = new Amount(0);
    return this.#booked({ price, quantity, value, fee });
  }

  /** What the coins are worth at a price, without cost of selling. */
  coinsAt(price: number): Amount {
    return roundedDown(this.#coins.times(price));
  }

  /**
   * Cash and coins at the close of the bar that opened at `time`, to the precision of a number, and how far that is below the
   * highest so far, a fraction.
   */
  closeAt(time: number, price: number): { equity: number; drawdown: number } {
    const equity = this.#near.cash + this.#near.coins * price;
    const reading = this.#drawdown.next({ time, value: equity });
    if (reading) this.#deepest = reading.deepest;
    return { equity, drawdown: reading?.current ?? 0 };
  }

  /** The deepest fall between closes so far; null: none. */
  get deepest(): Fall | null {
    return this.#deepest;
  }

  #booked(fill: Fill): Fill {
    this.#fees = this.#fees.plus(fill.fee);
    this.#book();
    return fill;
  }

  #book(): void {
    this.#near = { cash: this.#cash.toNumber(), coins: this.#coins.toNumber() };
  }
}
