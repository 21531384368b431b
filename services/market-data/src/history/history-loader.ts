import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import { barTime, type Bar } from '../candles/candle.ts';
import { fromVenue } from '../candles/candle-row.ts';
import { rollUp } from '../candles/rollup.ts';
import type { Listing } from '../coins/universe.ts';
import { historyKey, type HistoryStore } from '../store/history-store.ts';
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

/** The history of one interval of a book, to be fetched. */
interface Task {
  book: ProductBook;
  interval: Interval;
  depthMs: number;
  state: 'waiting' | 'done' | 'failed';
}

export interface HistoryParts {
  clock: Clock;
  logger: Logger;
  store: HistoryStore;
  keeper: CandleKeeper;
  rests: ReadonlyMap<Exchange, VenueRest>;
}

/**
 * Brings candles from the venues' REST: the history at a first start, and what a longer absence left out. A book that
 * goes to another replica in the middle is left to it.
 */
export class HistoryLoader {
  readonly #parts: HistoryParts;
  #tasks: Task[] = [];

  constructor(parts: HistoryParts) {
    this.#parts = parts;
  }

  /** How many of the histories that were missing are there now, of the books that are owned. */
  get progress(): HistoryProgress {
    const tasks = this.#tasks.filter(({ book }) => this.#parts.keeper.has(book));
    const count = (state: Task['state']) => tasks.filter((task) => task.state === state).length;
    return { done: count('done'), total: tasks.length, failed: count('failed') };
  }

  /** Back-fills what is not there yet of a venue's books: minutes of every coin first, each newest first. */
  async run(
    exchange: Exchange,
    isListed: (listing: Listing) => boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const tasks = await this.#missing(exchange, isListed);
    this.#keep(tasks);
    for (const task of tasks) {
      if (signal.aborted) return;
      if (this.#parts.keeper.has(task.book)) await this.#backfill(task, signal);
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

  /** Tasks of books that went away are forgotten, as are earlier attempts at the same. */
  #keep(tasks: readonly Task[]): void {
    const anew = (old: Task) =>
      tasks.some((task) => task.book === old.book && task.interval === old.interval);
    const kept = this.#tasks.filter((task) => this.#parts.keeper.has(task.book) && !anew(task));
    this.#tasks = [...kept, ...tasks];
  }

  async #missing(exchange: Exchange, isListed: (listing: Listing) => boolean): Promise<Task[]> {
    const { keeper, store } = this.#parts;
    const covered = await store.covered(exchange);
    const books = keeper
      .books()
      .filter(({ listing }) => listing.exchange === exchange && isListed(listing));
    return HISTORY_DEPTH.flatMap(({ interval, depthMs }) =>
      books
        .filter((book) => !covered.has(historyKey(book.listing, interval)))
        .map((book) => ({ book, interval, depthMs, state: 'waiting' as const })),
    );
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
      task.state = 'done';
    } catch (error) {
      if (signal.aborted || !this.#parts.keeper.has(book)) return;
      task.state = 'failed';
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
