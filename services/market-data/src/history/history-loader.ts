import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import { barTime, type Bar } from '../candles/candle.ts';
import { fromVenue } from '../candles/candle-row.ts';
import { rollUp } from '../candles/rollup.ts';
import { productKey, type Listing } from '../coins/universe.ts';
import type { HistoryStore } from '../store/history-store.ts';
import type { ProductBook } from '../trades/product-book.ts';
import type { VenueRest } from '../venues/venue.ts';

const HOUR = INTERVAL_MS['1h'];
const DAY = INTERVAL_MS['1d'];

/** How far back each interval is fetched at the first start, ms. */
export const HISTORY_DEPTH: readonly { interval: Interval; depthMs: number }[] = [
  { interval: '1m', depthMs: 48 * HOUR },
  { interval: '1h', depthMs: 90 * DAY },
  { interval: '1d', depthMs: 1000 * DAY },
];

export interface HistoryProgress {
  done: number;
  total: number;
  failed: number;
}

interface Task {
  book: ProductBook;
  interval: Interval;
  depthMs: number;
}

export interface HistoryParts {
  clock: Clock;
  logger: Logger;
  store: HistoryStore;
  keeper: CandleKeeper;
  rests: ReadonlyMap<Exchange, VenueRest>;
}

/** Brings candles from the venues' REST: the history at a first start, and what a longer absence left out. */
export class HistoryLoader {
  readonly #parts: HistoryParts;
  readonly #progress: HistoryProgress = { done: 0, total: 0, failed: 0 };
  /** From when on the minutes of a product are complete, epoch ms. */
  readonly #covered = new Map<string, number>();

  constructor(parts: HistoryParts) {
    this.#parts = parts;
  }

  get progress(): Readonly<HistoryProgress> {
    return this.#progress;
  }

  /** Back-fills what is not there yet of a venue: minutes of every coin first, each newest first. */
  async run(
    exchange: Exchange,
    isListed: (listing: Listing) => boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const tasks = await this.#missing(exchange, isListed);
    this.#progress.total += tasks.length;
    for (const task of tasks) {
      if (signal.aborted) return;
      await this.#backfill(task, signal);
    }
    if (tasks.length > 0) this.#parts.logger.info({ exchange }, `${exchange} history is loaded`);
  }

  /** Fills [from, to), epoch ms, of every interval that was stretched over an absence. Errors are logged. */
  async fill(book: ProductBook, from: number, to: number, signal: AbortSignal): Promise<void> {
    const now = this.#parts.clock.now();
    try {
      for (const { interval, depthMs } of [...HISTORY_DEPTH].reverse()) {
        if (interval !== '1m' && to - from < INTERVAL_MS[interval]) continue;
        const start = barTime(Math.max(from, now - depthMs), interval);
        await this.#load(book, interval, start, to, signal);
      }
    } catch (error) {
      if (!signal.aborted) this.#warn(book.listing, error, 'an absence could not be filled');
    }
  }

  /** From when on the minutes of a product are complete; `otherwise` when no history was loaded. */
  coveredFrom(listing: Listing, otherwise: number): number {
    return this.#covered.get(productKey(listing.exchange, listing.product)) ?? otherwise;
  }

  async #missing(exchange: Exchange, isListed: (listing: Listing) => boolean): Promise<Task[]> {
    const tasks: Task[] = [];
    for (const { interval, depthMs } of HISTORY_DEPTH) {
      for (const book of this.#parts.keeper.books()) {
        if (book.listing.exchange !== exchange || !isListed(book.listing)) continue;
        const from = await this.#parts.store.coveredFrom(book.listing, interval);
        if (from === null) tasks.push({ book, interval, depthMs });
        else if (interval === '1m') this.#setCovered(book.listing, from);
      }
    }
    return tasks;
  }

  async #backfill(task: Task, signal: AbortSignal): Promise<void> {
    const { book, interval, depthMs } = task;
    const now = this.#parts.clock.now();
    const from = barTime(now - depthMs, interval);
    const middle = interval === '1m' ? barTime(now - DAY, interval) : from;
    try {
      await this.#load(book, interval, middle, now, signal);
      if (middle > from) await this.#load(book, interval, from, middle, signal);
      await this.#parts.store.setCoveredFrom(book.listing, interval, from);
      this.#progress.done += 1;
    } catch (error) {
      if (signal.aborted) return;
      this.#progress.failed += 1;
      this.#warn(book.listing, error, 'history could not be loaded');
    }
  }

  async #load(
    book: ProductBook,
    interval: Interval,
    from: number,
    to: number,
    signal: AbortSignal,
  ): Promise<void> {
    const rest = this.#parts.rests.get(book.listing.exchange);
    if (!rest || from >= to) return;
    const candles = await rest.candles(book.listing.product, interval, from, to, signal);
    const bars = candles.map(fromVenue);
    if (interval === '1m') this.#extendCovered(book.listing, from);
    const coveredFrom = this.coveredFrom(book.listing, from);
    await this.#parts.keeper.addHistory(book, interval, bars, coveredFrom);
    if (interval === '1h') await this.#addFourHours(book, bars, to, coveredFrom);
  }

  /** Venues differ in what they offer: four hours are made from one-hour bars, whole ones only. */
  async #addFourHours(
    book: ProductBook,
    hours: readonly Bar[],
    to: number,
    coveredFrom: number,
  ): Promise<void> {
    const whole = rollUp(hours, '4h')
      .slice(1)
      .filter((bar) => bar.time + INTERVAL_MS['4h'] <= to)
      .map((bar): Bar => ({ ...bar, final: true }));
    await this.#parts.keeper.addHistory(book, '4h', whole, coveredFrom);
  }

  #setCovered(listing: Listing, from: number): void {
    this.#covered.set(productKey(listing.exchange, listing.product), from);
  }

  #extendCovered(listing: Listing, from: number): void {
    const covered = this.coveredFrom(listing, Infinity);
    if (from < covered) this.#setCovered(listing, from);
  }

  #warn(listing: Listing, error: unknown, what: string): void {
    const { exchange, product } = listing;
    this.#parts.logger.warn({ exchange, product, reason: String(error) }, what);
  }
}
