import type { Clock } from '@tidemark/clock/clock';
import { DAY_MS } from '../model/levels.ts';
import type { SimListing } from '../products.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { BookCandle, CandleQuery, DayStats, VenueBook } from '../venue-book.ts';
import { candleOfTrades } from './candle-of-trades.ts';
import type { RecordedCandle } from './recorded-trade.ts';

/** Names of the one kline interval that recordings hold and tests ask for. */
const RECORDED_INTERVALS: ReadonlyMap<number, string> = new Map([[60_000, '1m']]);

/**
 * What a replay has sent so far. Candles are the venue's own where it sent them, else those of the trades; the bar
 * in which a product's recording begins is not whole and is left out.
 */
export class ReplayBook implements VenueBook {
  readonly #clock: Clock;
  readonly #listings: readonly SimListing[];
  readonly #trades = new Map<string, SimTrade[]>();
  readonly #candles = new Map<string, BookCandle>();

  constructor(products: readonly string[], clock: Clock) {
    this.#clock = clock;
    this.#listings = products.map(listingOf);
    for (const product of products) this.#trades.set(product, []);
  }

  /** Adds a trade that was sent; one that is known already changes nothing. */
  addTrade(product: string, trade: SimTrade): void {
    const trades = this.#trades.get(product);
    const last = trades?.at(-1);
    if (trades && (!last || trade.id > last.id)) trades.push(trade);
  }

  addCandle({ product, interval, candle }: RecordedCandle): void {
    this.#candles.set(`${product} ${interval} ${candle.time}`, candle);
  }

  listings(): readonly SimListing[] {
    return this.#listings;
  }

  has(product: string): boolean {
    return this.#trades.has(product);
  }

  candles(query: CandleQuery): BookCandle[] {
    const { product, stepMs } = query;
    const interval = RECORDED_INTERVALS.get(stepMs);
    const known = this.#of(product);
    const begin = known[0]?.time ?? Infinity;
    const from = Math.max(query.from, begin - stepMs);
    const to = Math.min(query.to, this.#clock.now() + stepMs, (known.at(-1)?.time ?? 0) + 1);
    const candles: BookCandle[] = [];
    for (let open = Math.ceil(from / stepMs) * stepMs; open < to; open += stepMs) {
      const own = this.#candles.get(`${product} ${interval ?? ''} ${open}`);
      const made = open < begin ? undefined : this.#candleOf(product, open, stepMs);
      const candle = own ?? made;
      if (candle) candles.push(candle);
    }
    return candles;
  }

  tradesFrom(product: string, fromId: number, limit: number): SimTrade[] {
    return this.#of(product)
      .filter((trade) => trade.id >= fromId)
      .slice(0, limit);
  }

  tradesBetween(product: string, from: number, to: number, limit: number): SimTrade[] {
    return this.#of(product)
      .filter((trade) => trade.time >= from && trade.time < to)
      .slice(0, limit);
  }

  tradesBefore(product: string, beforeId: number, limit: number): SimTrade[] {
    const before = this.#of(product).filter((trade) => trade.id < beforeId);
    return before.slice(-limit).reverse();
  }

  stats(product: string): DayStats | undefined {
    const now = this.#clock.now();
    const trades = this.#of(product).filter((trade) => trade.time > now - DAY_MS);
    const last = trades.at(-1);
    const candle = candleOfTrades(now - DAY_MS, trades);
    if (!last || !candle) return undefined;
    const quote = { bid: last.price, ask: last.price, bidSize: last.size, askSize: last.size };
    return { ...candle, quote, last, volume30d: candle.volume };
  }

  #of(product: string): SimTrade[] {
    return this.#trades.get(product) ?? [];
  }

  #candleOf(product: string, open: number, stepMs: number): BookCandle | undefined {
    return candleOfTrades(open, this.tradesBetween(product, open, open + stepMs, Infinity));
  }
}

const QUOTES = ['USDT', 'USDC', 'BUSD', 'USD', 'EUR', 'BTC', 'ETH', 'BNB'];

function listingOf(product: string): SimListing {
  const quote = QUOTES.find((name) => product.endsWith(name)) ?? product.split('-')[1] ?? '';
  const base = product.split('-')[0] ?? product;
  return {
    product,
    base: base === product ? product.slice(0, product.length - quote.length) : base,
    quote,
    tickDecimals: 8,
    lotDecimals: 8,
    tradesPerMinute: 0,
    dailyUsd: 0,
  };
}
