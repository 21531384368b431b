import { INTERVAL_MS, INTERVALS, type Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import PQueue from 'p-queue';
import { ByProduct } from '../coins/listing.ts';
import type { BookWriter } from '../store/book-writer.ts';
import type { StoredBooks } from '../store/stored-books.ts';
import type { BarRow, Gap, ProductBook } from '../book/product-book.ts';
import type { Bar } from '../book/bar.ts';
import type { CandleOutbox } from './candle-outbox.ts';
import { FencedError, type Claim } from '../claims/claim.ts';
import type { FinalWatch } from './final-watch.ts';
import type { LiveCandles } from './live-candles.ts';
import { PendingWrites } from './pending-writes.ts';
import { rebuildLonger, rebuildStart } from '../book/rebuild.ts';

/** Of a long gap's minutes so many are told to the bus: consumers that need all read them from the store. */
const HEALED_TOLD = 60;

export interface KeeperParts {
  writer: BookWriter;
  books: StoredBooks;
  outbox: CandleOutbox;
  finals: FinalWatch;
  live: LiveCandles;
}

/**
 * The books that this replica owns, and their candles in the store. Everything that writes candles goes through here,
 * one task at a time, so that a book and its rows never disagree. What the store has is told to the bus after it.
 */
export class CandleKeeper {
  readonly #writer: BookWriter;
  readonly #stored: StoredBooks;
  readonly #outbox: CandleOutbox;
  readonly #finals: FinalWatch;
  readonly #live: LiveCandles;
  #onFenced: (claims: readonly Claim[]) => void = () => undefined;
  readonly #serial = new PQueue({ concurrency: 1 });
  readonly #pending = new PendingWrites();
  readonly #byProduct = new ByProduct<ProductBook>();
  /** Every book that is owned, and the claim that it was loaded under. */
  readonly #claims = new Map<ProductBook, Claim>();
  #books: readonly ProductBook[] = [];

  constructor(parts: KeeperParts) {
    this.#writer = parts.writer;
    this.#stored = parts.books;
    this.#outbox = parts.outbox;
    this.#finals = parts.finals;
    this.#live = parts.live;
  }

  /** `fenced` hears of claims that turned out to be void; it is to `drop` them. */
  onFenced(fenced: (claims: readonly Claim[]) => void): void {
    this.#onFenced = fenced;
  }

  /** The books that this replica owns now. */
  books(): readonly ProductBook[] {
    return this.#books;
  }

  book(exchange: Exchange, product: string): ProductBook | undefined {
    return this.#byProduct.get(exchange, product);
  }

  /** Whether the book is still this replica's; one that was handed back and loaded again is another. */
  has(book: ProductBook): boolean {
    return this.#claims.has(book);
  }

  /** Takes over books that were loaded under a claim. */
  adopt(claim: Claim, books: readonly ProductBook[]): void {
    for (const book of books) {
      this.#claims.set(book, claim);
      this.#byProduct.set(book.listing.exchange, book.listing.product, book);
    }
    this.#books = [...this.#claims.keys()];
  }

  /** Lets go of a claim's books and of all that was not stored of them. */
  drop(claim: Claim): void {
    const coins = new Set<string>();
    for (const [book, held] of this.#claims) {
      if (held !== claim) continue;
      coins.add(book.listing.coinId);
      this.#claims.delete(book);
      const { exchange, product } = book.listing;
      if (this.book(exchange, product) === book) this.#byProduct.delete(exchange, product);
    }
    this.#books = [...this.#claims.keys()];
    this.#pending.drop(claim);
    this.#live.drop(coins);
  }

  /**
   * Stores what the books have, then has it told. Resolves when it is committed; rejects when the store failed, and
   * then nothing is lost: the next flush writes it. Books that another replica has claimed are dropped.
   */
  flush(): Promise<void> {
    return this.#serial.add(() => this.#flushNow());
  }

  /**
   * Stores closed candles of an interval from REST, all there are in [from, to), epoch ms. Longer bars follow from
   * minutes; what was built from every single trade stays.
   * @throws FencedError when the book is not this replica's any more
   */
  addHistory(
    book: ProductBook,
    interval: Interval,
    bars: readonly Bar[],
    range: Gap,
  ): Promise<void> {
    return this.#task(book, async (claim) => {
      await this.#writer.writeHistory(claim, book.listing, interval, bars);
      this.#tellRewrite(book, interval, range);
      if (interval !== '1m') return;
      book.extendHistory(range.from, range.to);
      await this.#rebuild(claim, book, range.from);
    });
  }

  /**
   * Puts the venue's own minutes where ours had a gap, and mends the longer bars around them. `from` (epoch ms) is
   * where those minutes begin: later than the gap when it reaches too far back.
   * @throws FencedError when the book is not this replica's any more
   */
  heal(book: ProductBook, gap: Gap, bars: readonly Bar[], from: number): Promise<void> {
    return this.#task(book, async (claim) => {
      const rows = bars.map((bar): BarRow => ({ interval: '1m', bar }));
      await this.#writer.replace(claim, book.listing, rows);
      book.healed(gap, from);
      this.#tell(book, rows.slice(-HEALED_TOLD));
      this.#tellRewrite(book, '1m', gap);
      await this.#rebuild(claim, book, from);
      // Last: a replica that dies before this leaves the gap to its successor, who mends everything again.
      await this.#writer.closeGap(claim, book.listing, gap);
      // Whoever has read in between has found the minutes mended and the gap still there.
      this.#tellRewrite(book, '1m', gap);
      this.#live.mended(book, gap, this.#books);
    });
  }

  #task(book: ProductBook, work: (claim: Claim) => Promise<void>): Promise<void> {
    return this.#serial.add(async () => {
      await this.#flushNow();
      const claim = this.#claims.get(book);
      if (!claim) throw new FencedError([]);
      await work(claim).catch((error: unknown) => {
        if (error instanceof FencedError) this.#onFenced(error.claims);
        throw error;
      });
    });
  }

  async #flushNow(): Promise<void> {
    for (const [book, claim] of this.#claims) this.#pending.take(claim, book);
    for (let writes = this.#pending.all(); writes.length > 0; writes = this.#pending.all()) {
      try {
        await this.#writer.writeBooks(writes);
      } catch (error) {
        if (!(error instanceof FencedError)) throw error;
        for (const claim of error.claims) this.#pending.drop(claim);
        this.#onFenced(error.claims);
        continue;
      }
      this.#pending.clear();
      for (const { listing, rows, claim } of writes) {
        const book = this.book(listing.exchange, listing.product);
        if (book && this.#claims.get(book) === claim) this.#tell(book, rows);
      }
    }
    for (const change of this.#finals.look(this.#books)) {
      const { coinId, interval, range, inTurn } = change;
      if (!inTurn) this.#outbox.putRewrite({ coinId, exchange: 'consolidated' }, interval, range);
      this.#live.settled(change);
    }
    void this.#outbox.tell();
    this.#live.look(this.#books);
  }

  async #rebuild(claim: Claim, book: ProductBook, from: number): Promise<void> {
    const through = book.finalThrough;
    const start = rebuildStart(from);
    const minutes = await this.#stored.finalMinutes(book.listing, start, through);
    const { closed, open } = rebuildLonger(minutes, start, through);
    const complete = closed.filter(
      ({ interval, bar }) => !book.lacks(bar.time, INTERVAL_MS[interval]),
    );
    const begun = open.map(({ interval, bar }) => ({
      interval,
      bar: { ...bar, gap: bar.gap || book.lacks(bar.time, INTERVAL_MS[interval]) },
    }));
    await this.#writer.replace(claim, book.listing, [...complete, ...begun]);
    if (book.finalThrough === through) book.refold(begun);
    this.#tell(book, begun);
    for (const interval of INTERVALS) {
      if (interval !== '1m') this.#tellRewrite(book, interval, { from: start, to: through });
    }
  }

  #tellRewrite(book: ProductBook, interval: Interval, range: Gap): void {
    if (!this.has(book)) return;
    this.#outbox.putRewrite(book.listing, interval, range);
    void this.#outbox.tell();
  }

  /** Has stored bars told, as long as the book is this replica's. */
  #tell(book: ProductBook, rows: readonly BarRow[]): void {
    if (!this.has(book)) return;
    this.#outbox.put(book.listing, rows);
    this.#live.stored(book, rows);
    void this.#outbox.tell();
  }
}
