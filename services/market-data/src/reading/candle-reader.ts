import {
  INTERVAL_MS,
  type Candle,
  type CandleExchange,
  type CandlesView,
  type Interval,
} from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Listing } from '../coins/listing.ts';
import { RATE_LISTING } from '../coins/rate-listings.ts';
import type { UniverseCoin } from '../coins/universe.ts';
import { RateReader } from './rate-reader.ts';
import type { CandleStore } from '../store/candle-store.ts';
import { type Bar, type CandleRange, cut } from '../book/bar.ts';
import { isQuiet, type Coverage } from '../book/coverage.ts';
import type { BarRate } from '../rates/bar-rates.ts';
import { consolidateCandles, FINAL_BOUND, IN_DOLLARS, toCandle } from './consolidated-candle.ts';
import { BarReader } from './bar-reader.ts';

/** Candles of a coin, of one venue or of all, that open in a range. */
export interface CandlesAsk {
  coin: UniverseCoin;
  exchange: CandleExchange;
  interval: Interval;
  range: CandleRange;
}

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
    this.#rates = new RateReader(this.#bars);
    this.#mayList = mayList;
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND when the venue does not list the coin */
  async read(
    coin: UniverseCoin,
    exchange: CandleExchange,
    interval: Interval,
    range: CandleRange,
  ): Promise<CandlesView> {
    const ask = { coin, exchange, interval, range };
    const [listing] = listingsOf(ask);
    if (!listing) {
      throw new TidemarkError('RESOURCE_NOT_FOUND', `${exchange} does not list ${coin.coinId}`);
    }
    const [candles = []] = await this.readAll([ask]);
    const currency = exchange === 'consolidated' ? 'USD' : listing.quote;
    return { coin_id: coin.coinId, exchange, interval, currency, candles };
  }

  /**
   * The candles of each of these, oldest first; none where the venue does not list the coin. However many there are, they
   * take the same few statements.
   */
  async readAll(asks: readonly CandlesAsk[]): Promise<Candle[][]> {
    const merged = asks.filter(isConsolidated).flatMap(({ coin }) => coin.listings);
    const listings = merged.length === 0 ? [] : [...new Set(merged), RATE_LISTING];
    const coverage = await this.#store.coverage(listings);
    const bars = await this.#bars.read(
      asks.map((ask) => listingsOf(ask).map((listing) => ({ ...ask, listing }))),
    );
    const converted = asks.map((ask, i) => ({
      interval: ask.interval,
      times: isConsolidated(ask) ? convertedTimes(ask.coin.listings, bars[i] ?? []) : [],
    }));
    const rates = await this.#rates.at(converted, coverage(RATE_LISTING));
    return asks.map((ask, i) => {
      const [own = [], rate = () => IN_DOLLARS] = [bars[i], rates[i]];
      if (!isConsolidated(ask)) return (own[0] ?? []).map(toCandle);
      return this.#consolidated(ask, own, coverage, rate);
    });
  }

  /** `own`: the bars of each of the coin's listings. */
  #consolidated(
    { coin, interval, range }: CandlesAsk,
    own: readonly Bar[][],
    coverageOf: (listing: Listing) => Coverage,
    usdt: (time: number) => BarRate,
  ): Candle[] {
    const venues = coin.listings.map((listing, i) => {
      const coverage = coverageOf(listing);
      return {
        exchange: listing.exchange,
        bars: own[i] ?? [],
        quiet: (time: number) => isQuiet(coverage, interval, time),
        rate: listing.quote === 'USD' ? () => IN_DOLLARS : usdt,
      };
    });
    // A venue without the coin is expected to say nothing of it, whatever was stored before.
    const expected = venues.filter(
      ({ bars }, i) => bars.length > 0 || this.#mayList(coin.listings[i] as Listing),
    );
    const through = Math.max(...coin.listings.map((listing) => coverageOf(listing).finalThrough));
    const overdue = (time: number) => time + INTERVAL_MS[interval] + FINAL_BOUND <= through;
    // What each venue has at that end, its limit of bars, holds what all have of it.
    return cut(consolidateCandles(expected, overdue), range);
  }
}

function isConsolidated({ exchange }: CandlesAsk): boolean {
  return exchange === 'consolidated';
}

function listingsOf({ coin, exchange }: CandlesAsk): readonly Listing[] {
  if (exchange === 'consolidated') return coin.listings;
  return coin.listings.filter((listing) => listing.exchange === exchange);
}

/** Opens of the bars that are not in dollars; `bars` are those of each listing. */
function convertedTimes(listings: readonly Listing[], bars: readonly Bar[][]): number[] {
  return listings.flatMap(({ quote }, i) =>
    quote === 'USD' ? [] : (bars[i] ?? []).map(({ time }) => time),
  );
}
