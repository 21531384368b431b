import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import { barTime, type Bar } from '../candles/candle.ts';
import { fromVenue } from '../candles/candle-row.ts';
import { rollUp } from '../candles/rollup.ts';
import type { Listing } from '../coins/universe.ts';
import type { HistoryStore } from '../store/history-store.ts';
import type { Gap, ProductBook } from '../trades/product-book.ts';
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
    if (tasks.length > 0) this.#parts.logger.debug({ exchange }, `${exchange} history is loaded`);
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

  async #missing(exchange: Exchange, isListed: (listing: Listing) => boolean): Promise<Task[]> {
    const tasks: Task[] = [];
    for (const { interval, depthMs } of HISTORY_DEPTH) {
      for (const book of this.#parts.keeper.books()) {
        if (book.listing.exchange !== exchange || !isListed(book.listing)) continue;
        const from = await this.#parts.store.coveredFrom(book.listing, interval);
        if (from === null) tasks.push({ book, interval, depthMs });
      }
    }
    return tasks;
  }

  async #backfill(task: Task, signal: AbortSignal): Promise<void> {
    const { book, interval, depthMs } = task;
    const now = this.#parts.clock.now();
    const from = barTime(now - depthMs, interval);
    const to = barTime(now, interval);
    const middle = interval === '1m' ? barTime(now - DAY, interval) : from;
    try {
      await this.#load(book, interval, { from: middle, to }, signal);
      if (middle > from) await this.#load(book, interval, { from, to: middle }, signal);
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
    range: Gap,
    signal: AbortSignal,
  ): Promise<void> {
    const rest = this.#parts.rests.get(book.listing.exchange);
    if (!rest || range.from >= range.to) return;
    const { product } = book.listing;
    const candles = await rest.candles(product, interval, range.from, range.to, signal);
    const bars = candles.map(fromVenue);
    await this.#parts.keeper.addHistory(book, interval, bars, range);
    if (interval === '1h') await this.#addFourHours(book, bars, range);
  }

  /** Venues differ in what they offer: four hours are made from one-hour bars, whole ones only. */
  async #addFourHours(book: ProductBook, hours: readonly Bar[], range: Gap): Promise<void> {
    const whole = rollUp(hours, '4h')
      .filter((bar) => bar.time >= range.from && bar.time + INTERVAL_MS['4h'] <= range.to)
      .map((bar): Bar => ({ ...bar, final: true }));
    await this.#parts.keeper.addHistory(book, '4h', whole, range);
  }

  #warn(listing: Listing, error: unknown, what: string): void {
    const { exchange, product } = listing;
    this.#parts.logger.warn({ exchange, product, reason: String(error) }, what);
  }
}
