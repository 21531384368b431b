import type { CurrencyRate } from '@tidemark/contracts/currency-rate';
import type { Price } from '@tidemark/contracts/price';
import type { NowData } from './price-data.ts';

/** What coins and money are worth now, in US dollars. */
export class PricesNow {
  readonly #prices: ReadonlyMap<string, Price>;
  readonly #rates: ReadonlyMap<string, CurrencyRate>;
  readonly #asOf: number;

  constructor(
    prices: ReadonlyMap<string, Price>,
    rates: ReadonlyMap<string, CurrencyRate>,
    asOf: number,
  ) {
    this.#asOf = asOf;
    this.#prices = prices;
    this.#rates = rates;
  }

  ofCoin(coinId: string): NowData | null {
    const told = this.#prices.get(coinId);
    if (told === undefined) return null;
    const { price, timestamp, quality, simulated } = told;
    return {
      ...{ usd: String(price), source: 'market', asOf: Date.parse(timestamp) },
      quality: simulated ? 'simulated' : quality === 'live' ? 'good' : quality,
    };
  }

  ofMoney(code: string): NowData | null {
    if (code === 'USD') return { usd: '1', source: 'rate', asOf: this.#asOf, quality: 'good' };
    const told = this.#rates.get(code);
    if (told === undefined || told.usd === null || told.as_of === null) return null;
    return { usd: told.usd, source: 'rate', asOf: told.as_of, quality: told.quality };
  }
}
