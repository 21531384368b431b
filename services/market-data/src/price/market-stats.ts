import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Clock } from '@tidemark/clock/clock';
import type { Bar } from '../book/bar.ts';
import { TURNOVER_PLACES, unitsToNumber } from '../book/exact.ts';
import { RATE_LISTING, USDC_IN_USDT } from '../coins/rate-listings.ts';
import type { Listing } from '../coins/listing.ts';
import type { Universe, UniverseCoin } from '../coins/universe.ts';
import { PEG, throughUsdc, traded } from '../rates/dollar-rate.ts';
import { marketKey, type CandleStore, type RangeStats } from '../store/candle-store.ts';

const DAY = INTERVAL_MS['1d'];
const HOUR = INTERVAL_MS['1h'];
/** A reference price may be this much younger than asked for: thin coins do not trade every minute. */
const TOLERANCE = 10 * 60_000;

/** What is shown of a coin's last 24 hours, USD; null until the history reaches that far. */
export interface DayStats {
  reference: number | null;
  high: number | null;
  low: number | null;
  turnover: number | null;
}

export type Window = '1h' | '24h' | '7d' | '30d';
const WINDOWS: Readonly<Record<Window, { back: number; interval: '1m' | '1h' }>> = {
  '1h': { back: HOUR, interval: '1m' },
  '24h': { back: DAY, interval: '1m' },
  '7d': { back: 7 * DAY, interval: '1h' },
  '30d': { back: 30 * DAY, interval: '1h' },
};

/**
 * Figures over the last 24 hours from stored candles, read anew each minute. Venue prices become USD at the current
 * USDT rate for extremes and turnover, and at the rate of that minute for reference prices.
 */
export class MarketStats {
  readonly #universe: Universe;
  readonly #store: CandleStore;
  readonly #clock: Clock;
  #ranges = new Map<string, RangeStats>();
  #references = new Map<string, number>();
  /** Products that minutes are missing of in the last 24 hours, by coin and venue. */
  #lacking: ReadonlySet<string> = new Set();

  constructor(universe: Universe, store: CandleStore, clock: Clock) {
    this.#universe = universe;
    this.#store = store;
    this.#clock = clock;
  }

  async refresh(): Promise<void> {
    const now = this.#clock.now();
    const ranges = await this.#store.rangeStats(now - DAY);
    this.#lacking = await this.#lackingOf(ranges, now - DAY);
    this.#ranges = ranges;
    this.#references = await this.references('24h');
  }

  /** Turnover of a coin on one venue over 24 h, USD at `rate`; null before there is any. */
  turnover(coinId: string, exchange: 'binance' | 'coinbase', rate: number): number | null {
    const range = this.#ranges.get(marketKey(coinId, exchange));
    return range ? range.quoteVolume * rate : null;
  }

  /**
   * The last 24 hours of a coin; `rates` gives USD per unit of what each venue quotes in. Extremes and turnover are null
   * while minutes are missing of a venue that trades the coin: what the others saw is not all there was.
   */
  day(coin: UniverseCoin, rateOf: (quote: Listing['quote']) => number): DayStats {
    const ranges = coin.listings.flatMap((listing) => {
      const range = this.#ranges.get(marketKey(coin.coinId, listing.exchange));
      const rate = rateOf(listing.quote);
      return range ? [{ ...range, rate }] : [];
    });
    const reference = this.#references.get(coin.coinId) ?? null;
    const lacks = coin.listings.some((listing) =>
      this.#lacking.has(marketKey(coin.coinId, listing.exchange)),
    );
    if (ranges.length === 0 || lacks) return { reference, high: null, low: null, turnover: null };
    return {
      reference,
      high: Math.max(...ranges.map((r) => r.high * r.rate)),
      low: Math.min(...ranges.map((r) => r.low * r.rate)),
      turnover: ranges.reduce((sum, r) => sum + r.quoteVolume * r.rate, 0),
    };
  }

  /** Of the products that traded: a quiet one lacks nothing where its minutes are known to be all there. */
  async #lackingOf(ranges: ReadonlyMap<string, RangeStats>, from: number): Promise<Set<string>> {
    const complete = await this.#store.completeFrom();
    const missing = new Map<string, number>();
    for (const { coinId, exchange, product } of this.#universe.listings) {
      const key = marketKey(coinId, exchange);
      const range = ranges.get(key);
      const begins = complete.get(marketKey(product, exchange)) ?? Infinity;
      if (range) missing.set(key, Math.max(0, Math.min(begins, range.oldest) - from));
    }
    for (const gap of await this.#store.gaps()) {
      const key = marketKey(gap.coinId, gap.exchange);
      const within = Math.max(0, gap.to - Math.max(gap.from, from));
      missing.set(key, (missing.get(key) ?? 0) + within);
    }
    return new Set([...missing].filter(([, ms]) => ms > TOLERANCE).map(([key]) => key));
  }

  /** Each coin's price in USD one window ago: the venues' opens, weighted by that bar's turnover. */
  async references(window: Window): Promise<Map<string, number>> {
    const { back, interval } = WINDOWS[window];
    const from = this.#clock.now() - back;
    const tolerance = interval === '1m' ? TOLERANCE : 2 * HOUR;
    const bars = await this.#store.firstBars(interval, from, from + tolerance);
    const rate = rateOf(bars);
    const result = new Map<string, number>();
    for (const coin of this.#universe.coins) {
      const price = referencePrice(coin, bars, rate);
      if (price !== null) result.set(coin.coinId, price);
    }
    return result;
  }
}

/** USD per USDT as the bars around the reference prices open. */
function rateOf(bars: ReadonlyMap<string, Bar>): number {
  const openOf = ({ coinId, exchange }: Listing) => bars.get(marketKey(coinId, exchange))?.open;
  const inUsd = openOf(RATE_LISTING);
  const usdc = openOf(USDC_IN_USDT);
  if (inUsd !== undefined) return traded(Number(inUsd)).value;
  return usdc !== undefined ? throughUsdc(Number(usdc)).value : PEG.value;
}

function referencePrice(
  coin: UniverseCoin,
  bars: ReadonlyMap<string, Bar>,
  usdtRate: number,
): number | null {
  let weight = 0;
  let sum = 0;
  for (const listing of coin.listings) {
    const bar = bars.get(marketKey(coin.coinId, listing.exchange));
    const rate = listing.quote === 'USD' ? 1 : usdtRate;
    if (!bar) continue;
    const turnover = unitsToNumber(bar.quoteVolume, TURNOVER_PLACES) * rate || Number.MIN_VALUE;
    sum += turnover * Number(bar.open) * rate;
    weight += turnover;
  }
  return weight > 0 ? sum / weight : null;
}
