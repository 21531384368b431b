import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { isRateCoin } from '@tidemark/contracts/coin';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import { barTime, type Bar } from '../book/bar.ts';
import { fromVenue } from '../store/candle-row.ts';
import { rollUp } from '../book/rollup.ts';
import type { Listing } from '../coins/listing.ts';
import { historyKey, type HistoryStore } from '../store/history-store.ts';
import type { Gap, ProductBook } from '../book/product-book.ts';
import type { VenueInterval, VenueRest } from '../venues/venue.ts';
import { HISTORY_DEPTH, nextDue, nextDueIn, type HistoryTask } from './history-task.ts';
import type { HistoryProgress, Missing } from './history-view.ts';
import { NoBarsError, type VenueRetries } from './venue-retries.ts';

const DAY = INTERVAL_MS['1d'];

export interface HistoryParts {
  clock: Clock;
  logger: Logger;
  store: HistoryStore;
  keeper: CandleKeeper;
  rests: ReadonlyMap<Exchange, VenueRest>;
  retries: VenueRetries;
}

/**
 * Brings candles from the venues' REST: the history at a first start, and what a longer absence left out. What fails is
 * asked for again until it is there. A book that goes to another replica in the middle is left to it.
 */
export class HistoryLoader {
  readonly #parts: HistoryParts;
  #tasks: HistoryTask[] = [];

  constructor(parts: HistoryParts) {
    this.#parts = parts;
  }

  /** How many of the histories that were missing are there now, of the books that are owned. */
  get progress(): HistoryProgress {
    const tasks = this.#owned();
    const done = tasks.filter((task) => task.done).length;
    const failed = tasks.filter((task) => !task.done && task.attempts.failures > 0).length;
    return { done, total: tasks.length, failed };
  }

  /** The histories that are not there, of the books that are owned. */
  missing(): Missing[] {
    const { clock, retries } = this.#parts;
    return this.#owned()
      .filter((task) => !task.done)
      .map(({ book, interval, from, attempts }) => {
        const venue = retries.venue(book.listing.exchange);
        return {
          listing: book.listing,
          interval,
          range: { from, to: barTime(clock.now(), interval) },
          reason: attempts.reason ?? venue.reason,
          attempts: attempts.failures,
          dueIn: Math.max(attempts.dueIn, venue.dueIn),
        };
      });
  }

  /**
   * Back-fills what is not there yet of a venue's books: minutes of every coin first, each newest first. Resolves to
   * the milliseconds after which there is something to be tried again, or null when all is there.
   */
  async run(
    exchange: Exchange,
    isListed: (listing: Listing) => boolean,
    signal: AbortSignal,
  ): Promise<number | null> {
    await this.#lookForMissing(exchange, isListed);
    for (let task = this.#next(exchange); task && !signal.aborted; task = this.#next(exchange)) {
      await this.#backfill(task, signal);
    }
    const dueIn = nextDueIn(this.#ofVenue(exchange));
    if (dueIn !== null) return Math.max(dueIn, this.#parts.retries.venue(exchange).dueIn);
    this.#parts.logger.debug({ exchange }, `${exchange} history is loaded`);
    return null;
  }

  /** Loads the bars over a minute of an absence [from, to), epoch ms. */
  async loadLonger(book: ProductBook, range: Gap, signal: AbortSignal): Promise<void> {
    for (const { interval, depthMs } of HISTORY_DEPTH) {
      const length = INTERVAL_MS[interval];
      if (interval === '1m' || range.to - range.from < length) continue;
      const earliest = this.#parts.clock.now() - depthMs;
      const from = barTime(Math.max(range.from, earliest), interval);
      await this.#load(book, interval, { from, to: range.to }, signal);
    }
  }

  /** Whether something of a venue can be asked for now. */
  hasDue(exchange: Exchange): boolean {
    return this.#next(exchange) !== null;
  }

  /** Loads daily bars [from, to), epoch ms. */
  async loadDays(book: ProductBook, range: Gap, signal: AbortSignal): Promise<void> {
    await this.#load(book, '1d', range, signal);
  }

  #owned(): HistoryTask[] {
    return this.#tasks.filter(({ book }) => this.#parts.keeper.has(book));
  }

  #ofVenue(exchange: Exchange): HistoryTask[] {
    return this.#owned().filter(({ book }) => book.listing.exchange === exchange);
  }

  #next(exchange: Exchange): HistoryTask | null {
    if (this.#parts.retries.venue(exchange).dueIn > 0) return null;
    return nextDue(this.#ofVenue(exchange));
  }

  /** Tasks that are known stay, with what was tried; those of books that went away are forgotten. */
  async #lookForMissing(exchange: Exchange, isListed: (listing: Listing) => boolean) {
    const { keeper, store } = this.#parts;
    const complete = await store.complete(exchange);
    this.#tasks = this.#owned();
    // No coin's bars are whole before those of the rate that converts them.
    const books = keeper
      .books()
      .filter(({ listing }) => listing.exchange === exchange && isListed(listing))
      .sort((a, b) => Number(isRateCoin(b.listing.coinId)) - Number(isRateCoin(a.listing.coinId)));
    for (const { interval, depthMs } of HISTORY_DEPTH) {
      for (const book of books) {
        const known = this.#tasks.some((task) => task.book === book && task.interval === interval);
        if (known || complete.has(historyKey(book.listing, interval))) continue;
        this.#tasks.push(this.#task(book, interval, depthMs));
      }
    }
  }

  #task(book: ProductBook, interval: VenueInterval, depthMs: number): HistoryTask {
    const { clock, retries } = this.#parts;
    const from = barTime(clock.now() - depthMs, interval);
    return { book, interval, from, attempts: retries.request(), done: false };
  }

  async #backfill(task: HistoryTask, signal: AbortSignal): Promise<void> {
    const { retries, store, keeper } = this.#parts;
    const { listing } = task.book;
    try {
      const firstTime = await this.#loadTask(task, signal);
      retries.venue(listing.exchange).succeed();
      if (firstTime === null) throw new NoBarsError();
      await store.setComplete(listing, task.interval, { coveredFrom: task.from, firstTime });
      task.done = true;
    } catch (error) {
      if (signal.aborted || !keeper.has(task.book)) return;
      retries.fail(listing.exchange, task.attempts, error);
      this.#tell(task);
    }
  }

  /** The open of the oldest bar that the venue has of it, epoch ms; null where it has none. */
  async #loadTask(task: HistoryTask, signal: AbortSignal): Promise<number | null> {
    const { book, interval, from } = task;
    const now = this.#parts.clock.now();
    const to = barTime(now, interval);
    const middle = interval === '1m' ? Math.max(from, barTime(now - DAY, interval)) : from;
    const newer = await this.#load(book, interval, { from: middle, to }, signal);
    const older = await this.#load(book, interval, { from, to: middle }, signal);
    return older ?? newer;
  }

  async #load(
    book: ProductBook,
    interval: VenueInterval,
    range: Gap,
    signal: AbortSignal,
  ): Promise<number | null> {
    const rest = this.#parts.rests.get(book.listing.exchange);
    if (!rest || range.from >= range.to) return null;
    const { product } = book.listing;
    const candles = await rest.candles(product, interval, range.from, range.to, signal);
    const bars = candles.map(fromVenue);
    await this.#parts.keeper.addHistory(book, interval, bars, range);
    if (interval === '1h') await this.#addFourHours(book, bars, range);
    return bars[0]?.time ?? null;
  }

  /** Venues differ in what they offer: four hours are made from one-hour bars, whole ones only. */
  async #addFourHours(book: ProductBook, hours: readonly Bar[], range: Gap): Promise<void> {
    const whole = rollUp(hours, '4h')
      .filter((bar) => bar.time >= range.from && bar.time + INTERVAL_MS['4h'] <= range.to)
      .map((bar): Bar => ({ ...bar, final: true }));
    await this.#parts.keeper.addHistory(book, '4h', whole, range);
  }

  /** A history is named in the log once, however often it fails. */
  #tell({ book, interval, attempts }: HistoryTask): void {
    const { exchange, product } = book.listing;
    const { reason, failures } = attempts;
    const level = failures === 1 ? 'warn' : 'debug';
    this.#parts.logger[level](
      { exchange, product, interval, reason, failures },
      'history could not be loaded; it will be tried again',
    );
  }
}
