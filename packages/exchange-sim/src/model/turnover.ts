import type { MinuteTrades } from './minute-trades.ts';

const LIMB = 2 ** 20;
const FLUSH = 2 ** 51;

/** An exact sum of price × size products that pass 2^53, in two limbs of doubles flushed into a bigint. */
export class ExactSum {
  #whole = 0n;
  #high = 0;
  #low = 0;

  add(price: number, size: number): void {
    const high = Math.floor(size / LIMB);
    this.#high += price * high;
    this.#low += price * (size - high * LIMB);
    if (this.#high > FLUSH || this.#low > FLUSH) this.#flush();
  }

  total(): bigint {
    this.#flush();
    return this.#whole;
  }

  #flush(): void {
    this.#whole += BigInt(this.#high) * BigInt(LIMB) + BigInt(this.#low);
    this.#high = 0;
    this.#low = 0;
  }
}

/** Turnover in ticks × lots, and what takers bought, in lots and in ticks × lots. */
export interface Turnover {
  quote: bigint;
  takerBase: bigint;
  takerQuote: bigint;
}

/** Exact turnover of the first `count` trades of each minute. */
export function turnoverOf(minutes: Iterable<{ minute: MinuteTrades; count: number }>): Turnover {
  const quote = new ExactSum();
  const takerBase = new ExactSum();
  const takerQuote = new ExactSum();
  for (const { minute, count } of minutes) {
    for (let i = 0; i < count; i += 1) {
      const price = minute.price[i] as number;
      const size = minute.size[i] as number;
      quote.add(price, size);
      if (!minute.buy[i]) continue;
      takerBase.add(1, size);
      takerQuote.add(price, size);
    }
  }
  return { quote: quote.total(), takerBase: takerBase.total(), takerQuote: takerQuote.total() };
}
