import { CANDLES } from '@tidemark/contracts/topics';
import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { ByProduct } from '../coins/by-product.ts';
import type { Listing, Universe } from '../coins/universe.ts';
import type { CandleStore } from '../store/candle-store.ts';
import type { BookWrite } from '../store/candle-writes.ts';
import { ProductBook, type BarRow, type Gap } from '../trades/product-book.ts';
import { Serial } from '../trades/serial.ts';
import type { Bar } from './candle.ts';
import { toEvent } from './candle-row.ts';
import { rebuildLonger, rebuildStart } from './rebuild.ts';

/** Of a long gap's minutes so many are told to the bus: consumers that need all read them from the store. */
const HEALED_TOLD = 60;

/**
 * The books of all products and their candles in the store. Everything that writes candles goes through here, one
 * task at a time, so that a book and its rows never disagree.
 */
export class CandleKeeper {
  readonly #books: readonly ProductBook[];
  readonly #byProduct = new ByProduct<ProductBook>();
  readonly #store: CandleStore;
  readonly #bus: EventBus;
  readonly #serial = new Serial();
  /** Taken out of the books and not yet stored: kept when the store fails. */
  #pending: BookWrite[] = [];

  constructor(universe: Universe, store: CandleStore, bus: EventBus) {
    this.#store = store;
    this.#bus = bus;
    this.#books = universe.listings.map((listing) => new ProductBook(listing));
    for (const book of this.#books) {
      this.#byProduct.set(book.listing.exchange, book.listing.product, book);
    }
  }

  books(): readonly ProductBook[] {
    return this.#books;
  }

  book(exchange: Exchange, product: string): ProductBook | undefined {
    return this.#byProduct.get(exchange, product);
  }

  /** Brings the books back to where the store has them. */
  async restore(): Promise<void> {
    for (const book of this.#books) {
      const stored = await this.#store.readBook(book.listing);
      if (stored) book.restore(stored);
    }
  }

  /**
   * Stores what the books have, then tells the bus. Resolves when it is committed; rejects when the store failed, and
   * then nothing is lost: the next flush writes it.
   */
  flush(): Promise<void> {
    return this.#serial.run(() => this.#flushNow());
  }

  /**
   * Stores closed candles of an interval from REST, all there are in [from, to), epoch ms. Longer bars follow from
   * minutes; what was built from every single trade stays.
   */
  addHistory(
    book: ProductBook,
    interval: Interval,
    bars: readonly Bar[],
    range: Gap,
  ): Promise<void> {
    return this.#serial.run(async () => {
      await this.#flushNow();
      await this.#store.writeHistory(book.listing, interval, bars);
      if (interval !== '1m') return;
      book.extendHistory(range.from, range.to);
      await this.#rebuild(book, range.from);
    });
  }

  /**
   * Puts the venue's own minutes where ours had a gap, and mends the longer bars around them. `from` (epoch ms) is
   * where those minutes begin: later than the gap when it reaches too far back.
   */
  heal(book: ProductBook, gap: Gap, bars: readonly Bar[], from: number): Promise<void> {
    return this.#serial.run(async () => {
      await this.#flushNow();
      const rows = bars.map((bar): BarRow => ({ interval: '1m', bar }));
      await this.#store.heal(book.listing, gap, rows);
      book.healed(gap, from);
      await this.#publish([{ listing: book.listing, rows: rows.slice(-HEALED_TOLD) }]);
      await this.#rebuild(book, from);
    });
  }

  async #flushNow(): Promise<void> {
    for (const book of this.#books) {
      const taken = book.dirty ? book.take() : null;
      if (taken) this.#pending.push({ listing: book.listing, ...taken });
    }
    if (this.#pending.length === 0) return;
    const writes = mergeWrites(this.#pending);
    await this.#store.writeBooks(writes);
    this.#pending = [];
    await this.#publish(writes);
  }

  async #rebuild(book: ProductBook, from: number): Promise<void> {
    const through = book.finalThrough;
    const start = rebuildStart(from);
    const minutes = await this.#store.finalBars(book.listing, '1m', start, through);
    const { closed, open } = rebuildLonger(minutes, start, through);
    const complete = closed.filter(
      ({ interval, bar }) => !book.lacks(bar.time, INTERVAL_MS[interval]),
    );
    const begun = open.map(({ interval, bar }) => ({
      interval,
      bar: { ...bar, gap: bar.gap || book.lacks(bar.time, INTERVAL_MS[interval]) },
    }));
    await this.#store.writeRollups(book.listing, [...complete, ...begun]);
    if (book.finalThrough === through) book.refold(begun);
    await this.#publish([{ listing: book.listing, rows: begun }]);
  }

  async #publish(writes: readonly Pick<BookWrite, 'listing' | 'rows'>[]): Promise<void> {
    const messages = writes.flatMap(({ listing, rows }) =>
      rows.map((row) => ({ key: listing.coinId, value: toEvent(listing, row.interval, row.bar) })),
    );
    if (messages.length > 0) await this.#bus.publish(CANDLES, messages);
  }
}

/** Joins what several takes of a product left to store: rows in order, the last watermark. */
function mergeWrites(writes: readonly BookWrite[]): BookWrite[] {
  const merged = new Map<Listing, BookWrite>();
  for (const write of writes) {
    const earlier = merged.get(write.listing);
    merged.set(
      write.listing,
      earlier
        ? {
            ...write,
            rows: [...earlier.rows, ...write.rows],
            gaps: [...earlier.gaps, ...write.gaps],
          }
        : write,
    );
  }
  return [...merged.values()];
}
