import type { VenueStamps } from './faults/venue-stamps.ts';
import type { SimListing } from './products.ts';
import { candleOfTrades } from './replay/candle-of-trades.ts';
import type { SimTrade } from './sim-trade.ts';
import type { BookCandle, CandleQuery, DayStats, VenueBook } from './venue-book.ts';

/** A longer candle that was open when the clock was set wrong is not made anew of its trades, ms. */
const EXACT_STEP_MS = 300_000;

/**
 * A book as its venue tells it: with the venue's ids, by the venue's clock. Candles that were open when its clock was set wrong
 * follow the trades' times up to five minutes; longer ones do once they open after it.
 */
export class ToldBook implements VenueBook {
  readonly #book: VenueBook;
  readonly #stamps: VenueStamps;

  constructor(book: VenueBook, stamps: VenueStamps) {
    this.#book = book;
    this.#stamps = stamps;
  }

  listings(): readonly SimListing[] {
    return this.#book.listings();
  }

  has(product: string): boolean {
    return this.#book.has(product);
  }

  candles(query: CandleQuery): BookCandle[] {
    const { rightUntil } = this.#stamps;
    const { stepMs, from, to } = query;
    const opened = Math.floor(rightUntil / stepMs) * stepMs;
    const changes = stepMs <= EXACT_STEP_MS ? opened : opened + stepMs;
    if (to <= changes) return this.#book.candles(query);
    const before = from < changes ? this.#book.candles({ ...query, to: changes }) : [];
    const first = Math.max(Math.ceil(from / stepMs) * stepMs, changes);
    return [...before, ...this.#ofTrades({ ...query, from: first })];
  }

  tradesFrom(product: string, fromId: number, limit: number): SimTrade[] {
    const first = this.#stamps.idsOf(product)?.firstFrom(fromId) ?? fromId;
    return this.#tell(product, this.#book.tradesFrom(product, first, limit));
  }

  tradesBetween(product: string, from: number, to: number, limit: number): SimTrade[] {
    const { least, most } = this.#stamps.range;
    if (least === most && !this.#stamps.idsOf(product)) {
      return this.#tell(product, this.#book.tradesBetween(product, from, to, limit));
    }
    const all = this.#book.tradesBetween(product, from - most, to - least, Infinity);
    return this.#known(product, all)
      .filter(({ time }) => time >= from && time < to)
      .slice(0, limit);
  }

  tradesBefore(product: string, beforeId: number, limit: number): SimTrade[] {
    const ids = this.#stamps.idsOf(product);
    const end = beforeId === Infinity || !ids ? beforeId : ids.firstFrom(beforeId);
    return this.#known(product, this.#book.tradesBefore(product, end, limit));
  }

  stats(product: string): DayStats | undefined {
    const stats = this.#book.stats(product);
    return stats && { ...stats, last: this.#stamps.tell(product, stats.last) };
  }

  #ofTrades({ product, stepMs, from, to }: CandleQuery): BookCandle[] {
    const candles: BookCandle[] = [];
    const end = Math.min(to, this.#stamps.clock.now() + 1);
    for (let open = from; open < end; open += stepMs) {
      const trades = this.tradesBetween(product, open, open + stepMs, Infinity);
      const candle = candleOfTrades(open, trades);
      if (candle) candles.push(candle);
    }
    return candles;
  }

  /** Those that the venue still knows, as it tells them. */
  #known(product: string, trades: readonly SimTrade[]): SimTrade[] {
    const oldest = this.#stamps.idsOf(product)?.oldest ?? -Infinity;
    return this.#tell(
      product,
      trades.filter(({ id }) => id >= oldest),
    );
  }

  #tell(product: string, trades: readonly SimTrade[]): SimTrade[] {
    return trades.map((trade) => this.#stamps.tell(product, trade));
  }
}
