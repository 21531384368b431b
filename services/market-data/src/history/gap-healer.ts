import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import { barTime } from '../book/bar.ts';
import { fromVenue } from '../store/candle-row.ts';
import { marketKey, type CandleStore } from '../store/candle-store.ts';
import type { Gap, ProductBook } from '../book/product-book.ts';
import type { VenueRest } from '../venues/venue.ts';
import type { VenueTimes } from '../venues/venue-times.ts';
import type { Attempts } from './attempts.ts';
import type { HistoryLoader } from './history-loader.ts';
import type { Missing } from './history-view.ts';
import type { VenueRetries } from './venue-retries.ts';

export interface HealerParts {
  times: VenueTimes;
  logger: Logger;
  store: CandleStore;
  keeper: CandleKeeper;
  history: HistoryLoader;
  rests: ReadonlyMap<Exchange, VenueRest>;
  retries: VenueRetries;
}

/** Minutes older than this are not fetched: longer bars stand for them, ms. */
const REACH = 48 * INTERVAL_MS['1h'];
/** A venue publishes a minute's candle some seconds after its end, ms. */
const SETTLED = 10_000;

/** A gap of a book that is owned, and how often it could not be healed. */
interface Wound {
  book: ProductBook;
  gap: Gap;
  attempts: Attempts;
}

/** Puts the venue's own candles where trades were missing for good, in the books that are owned. */
export class GapHealer {
  readonly #parts: HealerParts;
  #wounds = new Map<string, Wound>();

  constructor(parts: HealerParts) {
    this.#parts = parts;
  }

  /** Gaps that could not be healed so far. */
  missing(): Missing[] {
    return [...this.#wounds.values()]
      .filter(({ book, attempts }) => attempts.failures > 0 && this.#parts.keeper.has(book))
      .map(({ book, gap, attempts }) => ({
        listing: book.listing,
        interval: '1m' as const,
        range: gap,
        reason: attempts.reason,
        attempts: attempts.failures,
        dueIn: Math.max(attempts.dueIn, this.#parts.retries.venue(book.listing.exchange).dueIn),
      }));
  }

  /** Tries every gap whose turn it is once; one that cannot be closed stays, marked, for a later time. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#look();
    for (const [key, wound] of this.#wounds) {
      if (signal.aborted) return;
      if (this.#isDue(wound) && (await this.#try(wound, signal))) this.#wounds.delete(key);
    }
  }

  async #look(): Promise<void> {
    const wounds = new Map<string, Wound>();
    for (const { coinId, exchange, from, to } of await this.#parts.store.gaps()) {
      const book = this.#bookOf(coinId, exchange);
      if (!book) continue;
      const key = `${marketKey(coinId, exchange)} ${from} ${to}`;
      const attempts = this.#wounds.get(key)?.attempts ?? this.#parts.retries.request();
      wounds.set(key, { book, gap: { from, to }, attempts });
    }
    this.#wounds = wounds;
  }

  #isDue({ book, gap, attempts }: Wound): boolean {
    const { times, retries } = this.#parts;
    const now = times.of(book.listing.exchange).now();
    const settled = now - gap.to >= SETTLED && gap.to <= book.finalThrough;
    return settled && attempts.dueIn === 0 && retries.venue(book.listing.exchange).dueIn === 0;
  }

  async #try({ book, gap, attempts }: Wound, signal: AbortSignal): Promise<boolean> {
    const { rests, retries, logger, keeper } = this.#parts;
    const { exchange, product } = book.listing;
    const rest = rests.get(exchange);
    if (!rest) return false;
    try {
      await this.#heal(book, rest, gap, signal);
      retries.venue(exchange).succeed();
      return true;
    } catch (error) {
      if (signal.aborted || !keeper.has(book)) return false;
      retries.fail(exchange, attempts, error);
      logger.debug({ err: error, exchange, product, ...gap }, 'a gap could not be healed');
      return false;
    }
  }

  async #heal(book: ProductBook, rest: VenueRest, gap: Gap, signal: AbortSignal): Promise<void> {
    const now = this.#parts.times.of(book.listing.exchange).now();
    const from = Math.max(gap.from, barTime(now - REACH, '1m'));
    if (gap.to - gap.from >= INTERVAL_MS['1h']) {
      await this.#parts.history.loadLonger(book, gap, signal);
    }
    const candles =
      from < gap.to ? await rest.candles(book.listing.product, '1m', from, gap.to, signal) : [];
    await this.#parts.keeper.heal(book, gap, candles.map(fromVenue), from);
  }

  #bookOf(coinId: string, exchange: Exchange): ProductBook | undefined {
    return this.#parts.keeper
      .books()
      .find((book) => book.listing.coinId === coinId && book.listing.exchange === exchange);
  }
}
