import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Venue } from './model/product.ts';
import type { SimTrade } from './sim-trade.ts';
import type { BookCandle, VenueBook } from './venue-book.ts';

/** What truly happened on the venues, up to the clock's now: the measure for what a reader stored. */
export interface Tape {
  /** Candles that open in [from, to), epoch ms, oldest first, turnover summed from the trades. */
  candles(
    venue: Venue,
    product: string,
    interval: Interval,
    from: number,
    to: number,
  ): BookCandle[];
  /** Trades with from <= time < to, oldest first. */
  trades(venue: Venue, product: string, from: number, to: number): SimTrade[];
}

export function createTape(books: Readonly<Record<Venue, VenueBook>>): Tape {
  return {
    candles: (venue, product, interval, from, to) =>
      books[venue].candles({
        product,
        stepMs: INTERVAL_MS[interval],
        from,
        to,
        exactTurnover: true,
      }),
    trades: (venue, product, from, to) =>
      books[venue].tradesBetween(product, from, to, Number.MAX_SAFE_INTEGER),
  };
}
