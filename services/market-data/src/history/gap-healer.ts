import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import { barTime } from '../candles/candle.ts';
import { fromVenue } from '../candles/candle-row.ts';
import type { CandleStore } from '../store/candle-store.ts';
import type { Gap, ProductBook } from '../trades/product-book.ts';
import type { VenueRest } from '../venues/venue.ts';
import type { HistoryLoader } from './history-loader.ts';

export interface HealerParts {
  clock: Clock;
  logger: Logger;
  store: CandleStore;
  keeper: CandleKeeper;
  history: HistoryLoader;
  rests: ReadonlyMap<Exchange, VenueRest>;
}

/** Minutes older than this are not fetched: longer bars stand for them, ms. */
const REACH = 48 * INTERVAL_MS['1h'];
/** A venue publishes a minute's candle some seconds after its end, ms. */
const SETTLED = 10_000;

/** Puts the venue's own candles where trades were missing for good, in the books that are owned. */
export class GapHealer {
  readonly #parts: HealerParts;

  constructor(parts: HealerParts) {
    this.#parts = parts;
  }

  /** Tries every gap once; one that cannot be closed stays, marked, for the next time. */
  async run(signal: AbortSignal): Promise<void> {
    for (const gap of await this.#parts.store.gaps()) {
      if (signal.aborted) return;
      const book = this.#bookOf(gap.coinId, gap.exchange);
      const rest = this.#parts.rests.get(gap.exchange);
      const settled = this.#parts.clock.now() - gap.to >= SETTLED;
      if (!book || !rest || !settled || gap.to > book.finalThrough) continue;
      try {
        await this.#heal(book, rest, gap, signal);
      } catch (error) {
        this.#parts.logger.debug({ err: error, ...gap }, 'a gap could not be healed');
      }
    }
  }

  async #heal(book: ProductBook, rest: VenueRest, gap: Gap, signal: AbortSignal): Promise<void> {
    const from = Math.max(gap.from, barTime(this.#parts.clock.now() - REACH, '1m'));
    if (gap.to - gap.from >= INTERVAL_MS['1h']) {
      await this.#parts.history.loadLonger(book, gap, signal);
    }
    const candles =
      from < gap.to ? await rest.candles(book.listing.product, '1m', from, gap.to, signal) : [];
    await this.#parts.keeper.heal(book, gap, candles.map(fromVenue), from);
  }

  #bookOf(coinId: string, exchange: Exchange) {
    return this.#parts.keeper
      .books()
      .find((book) => book.listing.coinId === coinId && book.listing.exchange === exchange);
  }
}
