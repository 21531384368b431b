import type { Exchange } from '@tidemark/contracts/exchange';
import type { Trade } from '@tidemark/contracts/trade';
import { productKey, RATE_LISTING, type Listing } from '../coins/universe.ts';
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

/** A dollar rate of USDT is used this long after it was last seen, ms. */
const RATE_MAX_AGE = 10 * 60_000;

/** The newest trade and quote of every product. Prices in the product's quote currency, times epoch ms. */
export class QuoteBoard {
  readonly #trades = new Map<string, LastTrade>();
  readonly #books = new Map<string, Book>();

  /** Keeps the trade unless a newer one (by id) is there. */
  addTrade(trade: Trade): void {
    const key = productKey(trade.exchange, trade.product);
    const last = this.#trades.get(key);
    if (last && last.id > trade.trade_id) return;
    this.#trades.set(key, { id: trade.trade_id, price: Number(trade.price), time: trade.time });
  }

  addQuote(quote: VenueQuote): void {
    const bid = Number(quote.bid);
    const ask = Number(quote.ask);
    if (bid > 0 && ask >= bid) {
      this.#books.set(productKey(quote.exchange, quote.product), { bid, ask, time: quote.time });
    }
  }

  last(exchange: Exchange, product: string): LastTrade | null {
    return this.#trades.get(productKey(exchange, product)) ?? null;
  }

  book(exchange: Exchange, product: string): Book | null {
    return this.#books.get(productKey(exchange, product)) ?? null;
  }

  /** USD per USDT at `now` (epoch ms), or null when it was not seen lately. */
  usdtRate(now: number): number | null {
    const last = this.last(RATE_LISTING.exchange, RATE_LISTING.product);
    if (last && now - last.time <= RATE_MAX_AGE) return last.price;
    const book = this.book(RATE_LISTING.exchange, RATE_LISTING.product);
    return book && now - book.time <= RATE_MAX_AGE ? (book.bid + book.ask) / 2 : null;
  }

  /** USD per unit of what a listing is quoted in. */
  rate(quote: Listing['quote'], now: number): number | null {
    return quote === 'USD' ? 1 : this.usdtRate(now);
  }
}
