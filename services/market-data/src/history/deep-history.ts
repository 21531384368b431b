import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Logger } from '@tidemark/telemetry/logger';
import type { ProductBook } from '../book/product-book.ts';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import type { Listing } from '../coins/listing.ts';
import type { DeepHistoryStore } from '../store/deep-history-store.ts';
import type { Attempts } from './attempts.ts';
import { isWitness, wantedOf } from './deep-reach.ts';
import type { HistoryLoader } from './history-loader.ts';
import type { VenueRetries } from './venue-retries.ts';

/** Days that are fetched at a time: three of Coinbase's pages, one of Binance's. What is stored of them stays. */
const STRETCH = 900 * INTERVAL_MS['1d'];
/** Between looks at what is wanted: others may be asked for it, ms. */
const LOOK_MS = 5_000;

export interface DeepHistoryParts {
  logger: Logger;
  store: DeepHistoryStore;
  keeper: CandleKeeper;
  history: HistoryLoader;
  retries: VenueRetries;
}

/** A stretch of days that is missing. */
interface Stretch {
  book: ProductBook;
  range: { from: number; to: number };
}

/**
 * Brings daily candles of what is owned that go further back than those of every coin, where somebody asked for them:
 * newest first, a stretch at a time, behind all other history. A venue that lists a product later says so by having nothing.
 */
export class DeepHistory {
  readonly #parts: DeepHistoryParts;
  readonly #attempts = new WeakMap<ProductBook, Attempts>();

  constructor(parts: DeepHistoryParts) {
    this.#parts = parts;
  }

  /**
   * Fetches what is wanted of a venue until there is nothing more, something else is to be fetched first, or the venue
   * fails; resolves to the milliseconds after which it is to be called again.
   */
  async run(
    exchange: Exchange,
    isListed: (listing: Listing) => boolean,
    signal: AbortSignal,
  ): Promise<number> {
    for (;;) {
      if (signal.aborted || this.#mustWait(exchange)) return LOOK_MS;
      const next = await this.#next(exchange, isListed);
      if (!next || !(await this.#load(next, signal))) return LOOK_MS;
    }
  }

  #mustWait(exchange: Exchange): boolean {
    const { history, retries } = this.#parts;
    return history.hasDue(exchange) || retries.venue(exchange).dueIn > 0;
  }

  /** The newest stretch that is missing; of what tells the dollar rate before all else. */
  async #next(
    exchange: Exchange,
    isListed: (listing: Listing) => boolean,
  ): Promise<Stretch | null> {
    const { store, keeper } = this.#parts;
    const wanted = await store.wanted();
    if (wanted.size === 0) return null;
    const reaches = (await store.reaches()).filter((reach) => reach.exchange === exchange);
    const covered = new Map(reaches.map(({ coinId, coveredFrom }) => [coinId, coveredFrom]));
    const stretches = keeper.books().flatMap((book): Stretch[] => {
      const { coinId } = book.listing;
      const since = wantedOf(wanted, coinId) ?? Infinity;
      // Where a product's own history is not there, that comes first.
      const to = covered.get(coinId) ?? -Infinity;
      const isMine = book.listing.exchange === exchange && isListed(book.listing);
      if (!isMine || since >= to || (this.#attempts.get(book)?.dueIn ?? 0) > 0) return [];
      return [{ book, range: { from: Math.max(since, to - STRETCH), to } }];
    });
    const rank = ({ book, range }: Stretch) => [isWitness(book.listing.coinId) ? 1 : 0, range.to];
    stretches.sort((a, b) => {
      const [[rateA = 0, toA = 0], [rateB = 0, toB = 0]] = [rank(a), rank(b)];
      return rateB - rateA || toB - toA;
    });
    return stretches[0] ?? null;
  }

  /** Whether it is there now. */
  async #load({ book, range }: Stretch, signal: AbortSignal): Promise<boolean> {
    const { history, store, keeper, retries } = this.#parts;
    const { exchange } = book.listing;
    const attempts = this.#attempts.get(book) ?? retries.request();
    this.#attempts.set(book, attempts);
    try {
      await history.loadDays(book, range, signal);
      await store.setReach(book.listing, range.from);
      attempts.succeed();
      retries.venue(exchange).succeed();
      return true;
    } catch (error) {
      if (signal.aborted || !keeper.has(book)) return false;
      retries.fail(exchange, attempts, error);
      this.#tell(book, attempts);
      return false;
    }
  }

  #tell({ listing: { exchange, product } }: ProductBook, { failures, reason }: Attempts): void {
    this.#parts.logger[failures === 1 ? 'warn' : 'debug'](
      { exchange, product, reason, failures },
      'days of long ago could not be loaded; they will be tried again',
    );
  }
}
