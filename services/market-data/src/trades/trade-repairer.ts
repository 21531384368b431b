import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Trade } from '@tidemark/contracts/trade';
import type { Logger } from '@tidemark/telemetry/logger';
import { barTime } from '../book/bar.ts';
import type { VenueRest, VenueTrade } from '../venues/venue.ts';
import type { VenueTimes } from '../venues/venue-times.ts';
import { beginningOf, isConsistent, isKnown, runBefore } from './beginning.ts';
import type { ProductBook } from '../book/product-book.ts';
import { OUT_OF_ORDER } from '../book/sequence.ts';

const MINUTE = INTERVAL_MS['1m'];

/** A hole must be this old: trades that merely come out of order close it by themselves, ms. */
const SETTLE = 300;
/** After a minute's end by the venue's clock, how long until REST is asked whether it is complete, ms. */
const GRACE = 5_000;
/** What REST may be behind the venue's stream: its word counts for the time this long before, ms. */
const LAG = 3_000;
/** How long a hole is tried before its minutes are marked, ms. */
const DEADLINE = 300_000;
/** How old a trade from far ahead, or with an id that may have begun again, must be before REST is asked about it, ms. */
const CONFIRM = 1_000;
/** How long a book without a beginning waits for REST before it begins with a gap, ms. */
const BEGIN_DEADLINE = 60_000;
/** Repairs under way at once, per venue. */
const CONCURRENCY = 4;

/** A book that is further behind waits for its next trade, which shows how far: one page of REST would not do. */
const PROBE_REACH = 30 * MINUTE;

/** Trades kept per product while its book waits for a beginning. */
const MAX_BUFFERED = 50_000;

export interface RepairParts {
  times: VenueTimes;
  logger: Logger;
  rests: ReadonlyMap<Exchange, VenueRest>;
  books(): Iterable<ProductBook>;
}

/** What is under way for one book. */
interface Work {
  buffer: Trade[];
  busy: boolean;
  /** Monotonic ms of the first sign of the trouble that lasts; null: none. */
  since: number | null;
  /** Monotonic ms of the first trade in the buffer; null: it is empty. */
  heldSince: number | null;
  /** First id of the hole that `since` is about. */
  sinceId: number;
  /** Monotonic ms. */
  notBefore: number;
  failures: number;
  probedMinute: number;
}

/**
 * Brings what the stream missed: finds a book's beginning, fills holes in its ids, and asks whether a quiet minute is
 * really complete. The trades that REST gives go into the book like any others. ADR 0005.
 */
export class TradeRepairer {
  readonly #parts: RepairParts;
  /** Of books that are here; what is left over of one that went away goes with it. */
  readonly #work = new WeakMap<ProductBook, Work>();
  readonly #running = new Map<Exchange, number>();
  readonly #abort = new AbortController();
  readonly repaired = new Map<Exchange, number>();
  #place: ((trade: Trade) => void) | null = null;

  constructor(parts: RepairParts) {
    this.#parts = parts;
  }

  /** What is brought, and what was held, goes there: into its book, if that is here. To be called before the first `tick`. */
  bringTo(place: (trade: Trade) => void): void {
    this.#place = place;
  }

  /** Keeps a trade that its book cannot place yet. */
  hold(book: ProductBook, trade: Trade): void {
    const work = this.#workOf(book);
    if (work.buffer.length < MAX_BUFFERED) work.buffer.push(trade);
  }

  /** Looks at every book and starts what is due; to be called a few times a second. */
  tick(): void {
    for (const book of this.#parts.books()) {
      const work = this.#workOf(book);
      if (work.busy || this.#now() < work.notBefore || !this.#hasRoom(book)) continue;
      const task = this.#due(book, work);
      if (task) void this.#run(book, work, task);
    }
  }

  /** Ends what is under way. */
  stop(): void {
    this.#abort.abort(new Error('market-data is stopping'));
  }

  #due(book: ProductBook, work: Work): (() => Promise<void>) | null {
    if (work.buffer.length > 0)
      return this.#mayBegin(book, work) ? () => this.#begin(book, work) : null;
    if (!book.synced) return null;
    if (book.namedLower) return () => this.#lookForBeginning(book);
    const range = book.holes[0] ?? book.tail;
    if (range) {
      if (work.since === null || work.sinceId !== range.from) work.since = this.#now();
      work.sinceId = range.from;
      const age = this.#now() - work.since;
      if (age > DEADLINE) return () => this.#giveUp(book, work, range);
      if (age < SETTLE) return null;
      return () => this.#fillHole(book, range);
    }
    work.since = null;
    return this.#probeDue(book, work) ? () => this.#probe(book, work) : null;
  }

  /** REST may not have yet what the stream has just told: a book that has a beginning waits a little for a new one. */
  #mayBegin(book: ProductBook, work: Work): boolean {
    work.heldSince ??= this.#now();
    return !book.synced || this.#now() - work.heldSince >= CONFIRM;
  }

  #probeDue(book: ProductBook, work: Work): boolean {
    const venueNow = this.#venueNow(book);
    const late = venueNow - (book.finalThrough + MINUTE + GRACE);
    if (late < 0 || late > PROBE_REACH || barTime(book.knownThrough, '1m') > book.finalThrough)
      return false;
    return work.probedMinute !== barTime(venueNow - GRACE, '1m');
  }

  async #run(book: ProductBook, work: Work, task: () => Promise<void>): Promise<void> {
    const { exchange, product } = book.listing;
    work.busy = true;
    this.#running.set(exchange, (this.#running.get(exchange) ?? 0) + 1);
    try {
      await task();
      work.failures = 0;
    } catch (error) {
      work.failures += 1;
      if (this.#abort.signal.aborted) return;
      this.#parts.logger.debug({ err: error, exchange, product }, 'repair from REST failed');
    } finally {
      const pause = work.failures > 0 ? Math.min(30_000, 500 * 2 ** work.failures) : 0;
      work.notBefore = this.#now() + pause;
      work.busy = false;
      this.#running.set(exchange, (this.#running.get(exchange) ?? 1) - 1);
    }
  }

  /** Finds the trades since the minute's open, so that the first candle is whole. */
  async #begin(book: ProductBook, work: Work): Promise<void> {
    work.heldSince ??= this.#now();
    const first = work.buffer.reduce((a, b) => (b.trade_id < a.trade_id ? b : a));
    const minute = barTime(first.time, '1m');
    const earlier = await this.#tradesBefore(book, work, first, minute);
    if (earlier === null) {
      work.buffer = work.buffer.filter((trade) => trade.trade_id !== first.trade_id);
      if (isBefore(first, book)) book.dispute(first);
      if (work.buffer.length > 0) return;
      work.heldSince = null;
      book.trust();
      return;
    }
    const held = work.buffer;
    work.buffer = [];
    work.since = work.heldSince = null;
    const run = runBefore(earlier.trades, first);
    const start = run[0] ?? first;
    if (isBefore(first, book)) this.#beginAgain(book, start, first.time);
    else {
      const { since, oldest } = beginningOf(start, held);
      book.begin(start.trade_id, minute, since);
      const whole = earlier.whole && run.length === earlier.trades.length;
      // What was heard up to where ids begin again does not count, and REST's answer may be later than all of it.
      if (!whole || since !== undefined)
        book.markGap(Math.min(minute, oldest), Math.max(first.time, start.time));
    }
    for (const trade of run) this.#bring(book, trade);
    for (const trade of held) this.#place?.(trade);
  }

  /** Ids have begun again: nobody knows what was traded between the last trade of before and the first one since. */
  #beginAgain(book: ProductBook, start: VenueTrade, until: number): void {
    const { exchange, product } = book.listing;
    const { lastTime, finalThrough, next } = book;
    const ids = { last_id: next - 1, first_id: start.trade_id };
    this.#parts.logger.warn({ exchange, product, ...ids }, 'trade ids have begun again');
    const since = Math.max(lastTime + 1, start.time - OUT_OF_ORDER);
    book.begin(start.trade_id, barTime(start.time, '1m'), since);
    book.markGap(Math.max(lastTime, finalThrough), until);
  }

  /** The venue does not know our last trade: what it has instead is later, and held for a new beginning. */
  async #lookForBeginning(book: ProductBook): Promise<void> {
    const { listing, lastTime, next } = book;
    const since = Math.max(
      lastTime + OUT_OF_ORDER + 1,
      barTime(this.#venueNow(book), '1m') - MINUTE,
    );
    const { signal } = this.#abort;
    const trades = await this.#rest(book).tradesSince(listing.product, since, Infinity, signal);
    const lower = trades.filter(({ trade_id: id }) => id < next);
    for (const trade of lower) this.#bring(book, trade);
    if (lower.length > 0) return;
    book.trust();
    throw new Error('REST has no trade that is later than the last one');
  }

  /** Null: the venue does not know the trade that seemed to come from far ahead, or to begin the ids again. */
  async #tradesBefore(
    book: ProductBook,
    work: Work,
    first: Trade,
    minute: number,
  ): Promise<{ trades: VenueTrade[]; whole: boolean } | null> {
    const rest = this.#rest(book);
    const signal = this.#abort.signal;
    try {
      if (book.synced) {
        const id = first.trade_id;
        const known = await rest.tradesById(first.product, id, id, signal);
        if (!isKnown(first, known)) return null;
      }
      const trades = await rest.tradesSince(first.product, minute, first.trade_id, signal);
      return { trades, whole: true };
    } catch (error) {
      const waited = this.#now() - (work.heldSince ?? this.#now());
      if (signal.aborted || waited < BEGIN_DEADLINE) throw error;
      if (!isBefore(first, book) || isConsistent(work.buffer)) return { trades: [], whole: false };
      if (waited < DEADLINE) throw error;
      return null;
    }
  }

  async #fillHole(book: ProductBook, range: { from: number; to: number }): Promise<void> {
    const { exchange, product } = book.listing;
    const trades = await this.#rest(book).tradesById(
      product,
      range.from,
      range.to,
      this.#abort.signal,
    );
    const before = book.next;
    for (const trade of trades) this.#bring(book, trade);
    this.repaired.set(exchange, (this.repaired.get(exchange) ?? 0) + trades.length);
    const filled = trades.length > 0 || book.next !== before;
    if (!filled) throw new Error(`REST does not have trades ${range.from} to ${range.to}`);
  }

  async #giveUp(book: ProductBook, work: Work, range: { from: number; to: number }): Promise<void> {
    const { exchange, product } = book.listing;
    this.#parts.logger.warn({ exchange, product, ...range }, 'trades could not be repaired');
    work.since = null;
    book.abandon(range.from, range.to);
    book.forgetNewest();
    return Promise.resolve();
  }

  /**
   * Asks for the last trade and what came after it; no answer but that trade alone proves that a minute is complete, and only
   * up to the venue's own time of the answer.
   */
  async #probe(book: ProductBook, work: Work): Promise<void> {
    const asked = barTime(this.#venueNow(book) - GRACE, '1m');
    const { product } = book.listing;
    const last = book.next - 1;
    const { trades, asOf } = await this.#rest(book).tradesFrom(product, last, this.#abort.signal);
    const known = trades.find(({ trade_id: id }) => id === last);
    if (!known || known.time > book.lastTime + OUT_OF_ORDER) {
      await this.#lookForBeginning(book);
      return;
    }
    for (const trade of trades) this.#bring(book, trade);
    if (asOf !== null) book.noteNewest(book.next - 1, asOf - LAG);
    if (asOf === null || asOf - LAG < asked) throw new Error('REST does not say as of when');
    work.probedMinute = asked;
  }

  #bring(book: ProductBook, trade: VenueTrade): void {
    this.#place?.({ ...trade, coin_id: book.listing.coinId });
  }

  #hasRoom(book: ProductBook): boolean {
    return (this.#running.get(book.listing.exchange) ?? 0) < CONCURRENCY;
  }

  #rest(book: ProductBook): VenueRest {
    const rest = this.#parts.rests.get(book.listing.exchange);
    if (!rest) throw new Error(`no REST client for ${book.listing.exchange}`);
    return rest;
  }

  /** Monotonic ms: whoever sets the clock changes nothing. */
  #now(): number {
    return this.#parts.times.market.monotonic();
  }

  #venueNow(book: ProductBook): number {
    return this.#parts.times.of(book.listing.exchange).now();
  }

  #workOf(book: ProductBook): Work {
    let work = this.#work.get(book);
    if (!work) {
      work = {
        buffer: [],
        busy: false,
        since: null,
        heldSince: null,
        sinceId: 0,
        notBefore: 0,
        failures: 0,
        probedMinute: 0,
      };
      this.#work.set(book, work);
    }
    return work;
  }
}

/** Whether the trade's id is one that the book takes for seen. */
function isBefore(trade: VenueTrade, book: ProductBook): boolean {
  return book.synced && trade.trade_id < book.next;
}
