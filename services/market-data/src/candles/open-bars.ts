import {
  INTERVAL_MS,
  INTERVALS,
  type Candle,
  type CandleExchange,
  type Interval,
} from '@tidemark/contracts/candle';
import type { DollarRate } from '../rates/dollar-rate.ts';
import type { ProductBook } from '../book/product-book.ts';
import type { Bar } from '../book/bar.ts';
import {
  consolidateCandles,
  IN_DOLLARS,
  toCandle,
  withOpenMinutes,
  type VenueBars,
} from '../reading/consolidated-candle.ts';

/** An open candle of one venue, or of all. */
export interface OpenCandle {
  exchange: CandleExchange;
  interval: Interval;
  candle: Candle;
}

/** What is remembered of a book's closed bars. */
interface Closed {
  /** Bars that closed from here on were seen, epoch ms. */
  since: number;
  last: Map<Interval, Bar>;
}

/** The bars that are open in books, as the API would answer them from the store a moment later. */
export class OpenBars {
  readonly #rate: () => DollarRate;
  readonly #closed = new WeakMap<ProductBook, Closed>();

  /** `rate`: USD per USDT now. */
  constructor(rate: () => DollarRate) {
    this.#rate = rate;
  }

  /** Takes note of books; true when one of them was not known. */
  begin(books: readonly ProductBook[]): boolean {
    const fresh = books.filter((book) => book.synced && !this.#closed.has(book));
    for (const book of fresh) this.#closedOf(book);
    return fresh.length > 0;
  }

  /** A bar of a book closed. */
  closed(book: ProductBook, interval: Interval, bar: Bar): void {
    const { last } = this.#closedOf(book);
    if (bar.time >= (last.get(interval)?.time ?? 0)) last.set(interval, bar);
  }

  /** What is open in the books of one coin, whole: a bar that a venue has and that is not known is not told of all. */
  candles(books: readonly ProductBook[]): OpenCandle[] {
    const minutes = new Map(books.map((book) => [book, book.openMinutes()]));
    return INTERVALS.flatMap((interval) => {
      const open = books.map((book) => {
        const own = minutes.get(book) ?? [];
        const folded = interval === '1m' ? null : book.folded(interval);
        const bars =
          interval === '1m' ? own : withOpenMinutes(folded ? [folded] : [], own, interval);
        return { book, bars };
      });
      return [...venueCandles(open, interval), ...this.#consolidated(open, interval)];
    });
  }

  #consolidated(
    open: readonly { book: ProductBook; bars: readonly Bar[] }[],
    interval: Interval,
  ): OpenCandle[] {
    const times = new Set(open.flatMap(({ bars }) => bars.map(({ time }) => time)));
    return [...times].flatMap((time) => {
      const parts = open.map(({ book, bars }) => ({
        book,
        bar: bars.find((bar) => bar.time === time) ?? this.#closedAt(book, interval, time),
      }));
      if (parts.some(({ bar }) => bar === 'unknown')) return [];
      const venues = parts.flatMap(({ book, bar }) =>
        bar === null || bar === 'unknown' ? [] : [this.#venueOf(book, bar)],
      );
      const candles = consolidateCandles(venues, () => false);
      return candles.map((candle) => ({ exchange: 'consolidated' as const, interval, candle }));
    });
  }

  /** A book's bar at a time at which none is open; null: it has none. */
  #closedAt(book: ProductBook, interval: Interval, time: number): Bar | null | 'unknown' {
    if (book.finalThrough < time + INTERVAL_MS[interval]) return null;
    const { since, last } = this.#closedOf(book);
    const bar = last.get(interval);
    if (bar?.time === time) return bar;
    return time >= since ? null : 'unknown';
  }

  #venueOf({ listing }: ProductBook, bar: Bar): VenueBars {
    const rate = listing.quote === 'USD' ? IN_DOLLARS : { ...this.#rate(), closed: false };
    return { exchange: listing.exchange, bars: [bar], quiet: () => false, rate: () => rate };
  }

  #closedOf(book: ProductBook): Closed {
    const closed = this.#closed.get(book) ?? { since: book.finalThrough, last: new Map() };
    this.#closed.set(book, closed);
    return closed;
  }
}

function venueCandles(
  open: readonly { book: ProductBook; bars: readonly Bar[] }[],
  interval: Interval,
): OpenCandle[] {
  return open.flatMap(({ book, bars }) =>
    bars.map((bar) => ({ exchange: book.listing.exchange, interval, candle: toCandle(bar) })),
  );
}
