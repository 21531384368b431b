import type { Known } from '@tidemark/accounting/known';
import { startOf, utcDayOf, type UtcDay } from '../market/utc-day.ts';
import type { PriceBook } from '../prices/price-book.ts';

/** The coin of the market that portfolios are compared with. */
export const BITCOIN = 'bitcoin';

/** What things are worth at the end of a day: at its close, and today, which is not over, at the price of now. */
export interface DayPrices {
  readonly prices: PriceBook;
  readonly today: UtcDay;
  readonly priceOf: (asset: string, day: UtcDay) => Known;
  readonly bitcoinOf: (day: UtcDay) => Known;
}

export function dayPricesBy(prices: PriceBook): DayPrices {
  const today = utcDayOf(prices.asOf);
  return {
    ...{ prices, today },
    priceOf: (asset, day) => prices.at(asset, startOf(day)),
    bitcoinOf: (day) =>
      day < today ? prices.closeOfCoin(BITCOIN, day) : (prices.nowOfCoin(BITCOIN)?.amount ?? null),
  };
}
