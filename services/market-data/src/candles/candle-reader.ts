import {
  type Candle,
  type CandleExchange,
  type CandlesView,
  type Interval,
} from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import { RATE_LISTING, type Listing, type UniverseCoin } from '../coins/universe.ts';
import type { CandleStore } from '../store/candle-store.ts';
import type { Bar } from './candle.ts';
import { rateBars, rateReach, type Rate } from './rate-bars.ts';
import { consolidateCandles, toCandle, withOpenMinutes } from './consolidated-candle.ts';

const DOLLAR: Rate = { value: 1, settled: true };
/** Bars of the rate that one read may take: as many as the venue's bars, which may have holes, can span. */
const MOST_RATES = 5_000;

/** [from, to) in epoch ms; the newest `limit` bars of it. */
export interface CandleRange {
  from: number;
  to: number;
  limit: number;
}

/** Reads candles for the API: one venue's as it wrote them, or all venues' in USD. */
export class CandleReader {
  readonly #store: CandleStore;

  constructor(store: CandleStore) {
    this.#store = store;
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND when the venue does not list the coin */
  async read(
    coin: UniverseCoin,
    exchange: CandleExchange,
    interval: Interval,
    range: CandleRange,
  ): Promise<CandlesView> {
    if (exchange === 'consolidated') {
      const candles = await this.#consolidated(coin, interval, range);
      return { coin_id: coin.coinId, exchange, interval, currency: 'USD', candles };
    }
    const listing = coin.listings.find((l) => l.exchange === exchange);
    if (!listing) {
      throw new TidemarkError('RESOURCE_NOT_FOUND', `${exchange} does not list ${coin.coinId}`);
    }
    const bars = await this.#bars(listing, interval, range);
    const candles = bars.map(toCandle);
    return { coin_id: coin.coinId, exchange, interval, currency: listing.quote, candles };
  }

  async #consolidated(
    coin: UniverseCoin,
    interval: Interval,
    range: CandleRange,
  ): Promise<Candle[]> {
    const venues = await Promise.all(
      coin.listings.map((listing) => this.#bars(listing, interval, range)),
    );
    const converted = coin.listings.flatMap(({ quote }, i) =>
      quote === 'USD' ? [] : (venues[i] ?? []),
    );
    const usdt = await this.#rates(interval, converted);
    const merged = consolidateCandles(
      coin.listings.map(({ quote }, i) => ({
        bars: venues[i] ?? [],
        rate: quote === 'USD' ? () => DOLLAR : usdt,
      })),
    );
    return merged.slice(-range.limit);
  }

  /** The rate at the times of these bars, whatever range they were asked for in. */
  async #rates(interval: Interval, bars: readonly Bar[]): Promise<(time: number) => Rate | null> {
    const times = bars.map(({ time }) => time);
    const from = Math.min(...times);
    if (times.length === 0) return () => null;
    const reach = rateReach(interval);
    const span = { from, to: Math.max(...times) + 1 };
    const [before, within, finalThrough] = await Promise.all([
      this.#bars(RATE_LISTING, interval, { from: from - reach, to: from, limit: 1 }),
      this.#bars(RATE_LISTING, interval, { ...span, limit: MOST_RATES }),
      this.#store.finalThrough(RATE_LISTING),
    ]);
    const known = [...before, ...within];
    const first =
      known.length > 0
        ? []
        : await this.#bars(RATE_LISTING, interval, { from, to: from + reach, limit: MOST_RATES });
    return rateBars([...known, ...first], interval, finalThrough);
  }

  async #bars(listing: Listing, interval: Interval, range: CandleRange): Promise<Bar[]> {
    const bars = await this.#store.bars(listing, interval, range);
    if (interval === '1m') return bars;
    const open = await this.#store.openMinutes(listing);
    const inRange = open.filter((bar) => bar.time < range.to && bar.time >= range.from);
    return withOpenMinutes(bars, inRange, interval).slice(-range.limit);
  }
}
