import {
  INTERVAL_MS,
  type Candle,
  type CandleExchange,
  type CandlesView,
  type Interval,
} from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import { RATE_LISTING, type Listing, type UniverseCoin } from '../coins/universe.ts';
import type { CandleStore } from '../store/candle-store.ts';
import type { Bar } from './candle.ts';
import { consolidateCandles, toCandle, withOpenMinutes } from './consolidated-candle.ts';

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
    const needsRate = coin.listings.some((listing) => listing.quote !== 'USD');
    const [rates, ...venues] = await Promise.all([
      needsRate ? this.#bars(RATE_LISTING, interval, range) : Promise.resolve([]),
      ...coin.listings.map((listing) => this.#bars(listing, interval, range)),
    ]);
    const usdt = nearestClose(rates, INTERVAL_MS[interval]);
    const merged = consolidateCandles(
      coin.listings.map((listing, i) => ({
        bars: venues[i] ?? [],
        rate: listing.quote === 'USD' ? () => 1 : usdt,
      })),
    );
    return merged.slice(-range.limit);
  }

  async #bars(listing: Listing, interval: Interval, range: CandleRange): Promise<Bar[]> {
    const bars = await this.#store.bars(listing, interval, range);
    if (interval === '1m') return bars;
    const open = await this.#store.openMinutes(listing);
    const inRange = open.filter((bar) => bar.time < range.to && bar.time >= range.from);
    return withOpenMinutes(bars, inRange, interval).slice(-range.limit);
  }
}

/** A bar whose rate is missing takes the nearest earlier one, or the first, within this many bars and at least a day. */
const RATE_REACH_BARS = 60;

/** The close of the bar at a time, or of the nearest one before it; the first bar for times before all. */
function nearestClose(bars: readonly Bar[], length: number): (time: number) => number | null {
  const reach = Math.max(RATE_REACH_BARS * length, INTERVAL_MS['1d']);
  return (time) => {
    let low = 0;
    let high = bars.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bars[middle]?.time ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    const bar = bars[low - 1] ?? bars[0];
    return bar && Math.abs(bar.time - time) <= reach ? Number(bar.close) : null;
  };
}
