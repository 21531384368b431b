import type { Exchange } from '@tidemark/contracts/exchange';
import type { Trade } from '@tidemark/contracts/trade';
import { ByProduct } from '../coins/by-product.ts';
import { RATE_LISTING, type Listing } from '../coins/universe.ts';
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

/** A dollar rate of USDT is used this long after it was last seen, ms. */
const RATE_MAX_AGE = 10 * 60_000;

/** The newest trade and quote of every product. Prices in the product's quote currency, times epoch ms. */
export class QuoteBoard {
  readonly #trades = new ByProduct<LastTrade>();
  readonly #books = new ByProduct<Book>();
  #toldRate: { price: number; time: number } | null = null;

  /** Keeps the trade unless one that is as new is there; answers whether it did. */
  addTrade(trade: Trade): boolean {
    const { exchange, product, trade_id: id, time } = trade;
    const last = this.#trades.get(exchange, product);
    if (last && !isNewer(trade, last)) return false;
    this.#trades.set(exchange, product, { id, price: Number(trade.price), time });
    return true;
  }

  /** A dollar price of USDT that another replica has seen trades at; `time` epoch ms. */
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
    return this.#trades.get(exchange, product) ?? null;
  }

  book(exchange: Exchange, product: string): Book | null {
    return this.#books.get(exchange, product) ?? null;
  }

  /** USD per USDT at `now` (epoch ms), or null when it was not seen lately. */
  usdtRate(now: number): number | null {
    const last = this.last(RATE_LISTING.exchange, RATE_LISTING.product);
    if (last && now - last.time <= RATE_MAX_AGE) return last.price;
    const book = this.book(RATE_LISTING.exchange, RATE_LISTING.product);
    if (book && now - book.time <= RATE_MAX_AGE) return (book.bid + book.ask) / 2;
    const told = this.#toldRate;
    return told && now - told.time <= RATE_MAX_AGE ? told.price : null;
  }

  /** USD per unit of what a listing is quoted in. */
  rate(quote: Listing['quote'], now: number): number | null {
    return quote === 'USD' ? 1 : this.usdtRate(now);
  }
}

function isNewer(trade: Trade, last: LastTrade): boolean {
  const ahead = trade.trade_id - last.id;
  return Math.abs(ahead) > COMPARABLE ? trade.time > last.time : ahead > 0;
}
