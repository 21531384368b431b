import type { Exchange } from '@tidemark/contracts/exchange';
import type { Trade } from '@tidemark/contracts/trade';
import { ByProduct, type Listing } from '../coins/listing.ts';
import { DOLLAR, type DollarRate } from '../rates/dollar-rate.ts';
import { liveRate } from '../rates/live-rate.ts';
import type { VenueQuote } from '../venues/venue.ts';

export interface LastTrade {
  id: number;
  price: number;
  time: number;
}

export interface Book {
  bid: number;
  ask: number;
  time: number;
}

/** Ids of one product further apart than this are not compared: one of them is a mistake, or was before a long pause. */
const COMPARABLE = 10_000;

/** A lower id that is later by more is of ids that have begun again, ms. */
const OUT_OF_ORDER = 1_000;

/** A venue's time in the market's, both epoch ms. */
type ToMarketTime = (exchange: Exchange, time: number) => number;

/**
 * The newest trade and quote of every product. Prices in the product's quote currency; times epoch ms, taken in as the
 * venue tells them and given out in the market's time.
 */
export class QuoteBoard {
  readonly #toMarketTime: ToMarketTime;
  readonly #trades = new ByProduct<LastTrade>();
  readonly #books = new ByProduct<Book>();
  #toldRate: { price: number; time: number } | null = null;

  constructor(toMarketTime: ToMarketTime = (_exchange, time) => time) {
    this.#toMarketTime = toMarketTime;
  }

  /** Keeps the trade unless one that is as new is there; answers whether it did. */
  addTrade(trade: Trade): boolean {
    const { exchange, product, trade_id: id, time } = trade;
    const last = this.#trades.get(exchange, product);
    if (last && !isNewer(trade, last)) return false;
    this.#trades.set(exchange, product, { id, price: Number(trade.price), time });
    return true;
  }

  /** A dollar price of USDT that another replica has seen trades at; `time` epoch ms of the market. */
  noteRate(price: number, time: number): void {
    if (time > (this.#toldRate?.time ?? -Infinity)) this.#toldRate = { price, time };
  }

  addQuote(quote: VenueQuote): void {
    const bid = Number(quote.bid);
    const ask = Number(quote.ask);
    if (bid > 0 && ask >= bid) {
      this.#books.set(quote.exchange, quote.product, { bid, ask, time: quote.time });
    }
  }

  last(exchange: Exchange, product: string): LastTrade | null {
    return this.#inMarketTime(exchange, this.#trades.get(exchange, product));
  }

  book(exchange: Exchange, product: string): Book | null {
    return this.#inMarketTime(exchange, this.#books.get(exchange, product));
  }

  /** The dollar price of USDT that another replica, or an earlier process, last saw trades at. */
  get toldRate(): { price: number; time: number } | null {
    return this.#toldRate;
  }

  /** USD per USDT at `now` (epoch ms), and how it is known. */
  usdtRate(now: number): DollarRate {
    return liveRate(this, now);
  }

  /** USD per unit of what a listing is quoted in. */
  rate(quote: Listing['quote'], now: number): DollarRate {
    return quote === 'USD' ? DOLLAR : this.usdtRate(now);
  }

  #inMarketTime<T extends { time: number }>(exchange: Exchange, told: T | undefined): T | null {
    return told ? { ...told, time: this.#toMarketTime(exchange, told.time) } : null;
  }
}

function isNewer(trade: Trade, last: LastTrade): boolean {
  const ahead = trade.trade_id - last.id;
  if (Math.abs(ahead) > COMPARABLE) return trade.time > last.time;
  return ahead > 0 || trade.time > last.time + OUT_OF_ORDER;
}
