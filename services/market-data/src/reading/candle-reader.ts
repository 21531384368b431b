import {
  INTERVAL_MS,
  type Candle,
  type CandleExchange,
  type CandlesView,
  type Interval,
} from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Listing } from '../coins/listing.ts';
import type { UniverseCoin } from '../coins/universe.ts';
import { RateReader } from './rate-reader.ts';
import type { CandleStore } from '../store/candle-store.ts';
import type { Bar } from '../book/bar.ts';
import { isQuiet } from '../book/coverage.ts';
import { consolidateCandles, IN_DOLLARS, toCandle } from './consolidated-candle.ts';
import { cut, type CandleRange } from '../book/candle-range.ts';
import { BarReader } from './bar-reader.ts';
import { FINAL_BOUND } from '../book/final-bound.ts';

/** Reads candles for the API: one venue's as it wrote them, or all venues' in USD. */
export class CandleReader {
  readonly #bars: BarReader;
  readonly #store: CandleStore;
  readonly #rates: RateReader;
  readonly #mayList: (listing: Listing) => boolean;

  /** `mayList`: false once a venue has said that it does not have a product, whose candles are then not waited for. */
  constructor(store: CandleStore, mayList: (listing: Listing) => boolean = () => true) {
    this.#store = store;
    this.#bars = new BarReader(store);
    this.#rates = new RateReader(this.#bars, store);
    this.#mayList = mayList;
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
    const bars = await this.#bars.read(listing, interval, range);
    const candles = bars.map(toCandle);
    return { coin_id: coin.coinId, exchange, interval, currency: listing.quote, candles };
  }

  async #consolidated(
    coin: UniverseCoin,
    interval: Interval,
    range: CandleRange,
  ): Promise<Candle[]> {
    const coverage = await this.#store.coverage(coin.listings);
    const bars = await Promise.all(
      coin.listings.map((listing) => this.#bars.read(listing, interval, range)),
    );
    const converted = coin.listings.flatMap(({ quote }, i) =>
      quote === 'USD' ? [] : (bars[i] ?? []),
    );
    const usdt = await this.#rates.at(interval, timesOf(converted));
    const venues = coin.listings.map((listing, i) => ({
      exchange: listing.exchange,
      bars: bars[i] ?? [],
      quiet: (time: number) => isQuiet(coverage(listing), interval, time),
      rate: listing.quote === 'USD' ? () => IN_DOLLARS : usdt,
    }));
    // A venue without the coin is expected to say nothing of it, whatever was stored before.
    const expected = venues.filter(
      ({ bars: own }, i) => own.length > 0 || this.#mayList(coin.listings[i] as Listing),
    );
    const through = Math.max(...coin.listings.map((listing) => coverage(listing).finalThrough));
    const overdue = (time: number) => time + INTERVAL_MS[interval] + FINAL_BOUND <= through;
    // What each venue has at that end, its limit of bars, holds what all have of it.
    return cut(consolidateCandles(expected, overdue), range);
  }
}

function timesOf(bars: readonly Bar[]): number[] {
  return bars.map(({ time }) => time);
}
