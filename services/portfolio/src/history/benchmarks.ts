import { KeptAsMoney, PutIntoEqualParts, PutIntoOne } from '@tidemark/accounting/benchmarks';
import type { DailyValue } from '@tidemark/accounting/daily-values';
import type { Known } from '@tidemark/accounting/known';
import type { DayPrices } from './day-prices.ts';

export interface BenchmarkValues {
  readonly bitcoin: Known;
  readonly cash: Known;
  readonly equalWeight: Known;
}

/** What a portfolio is compared with, day after day. */
export class Benchmarks {
  readonly #bitcoin: PutIntoOne;
  readonly #cash: KeptAsMoney;
  readonly #equalWeight: PutIntoEqualParts;

  constructor(
    bitcoin = new PutIntoOne(),
    cash = new KeptAsMoney(),
    equalWeight = new PutIntoEqualParts(),
  ) {
    this.#bitcoin = bitcoin;
    this.#cash = cash;
    this.#equalWeight = equalWeight;
  }

  next(each: DailyValue, { prices, priceOf, bitcoinOf }: DayPrices): BenchmarkValues {
    const { day, held } = each;
    const coins = [...held.keys()].filter((asset) => prices.knownAs(asset).kind === 'coin');
    return {
      bitcoin: this.#bitcoin.next(each, bitcoinOf(day)),
      cash: this.#cash.next(each),
      equalWeight: this.#equalWeight.next(each, coins, (asset) => priceOf(asset, day)),
    };
  }

  copy(): Benchmarks {
    return new Benchmarks(this.#bitcoin.copy(), this.#cash.copy(), this.#equalWeight.copy());
  }
}
