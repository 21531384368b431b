import type { Clock } from '@tidemark/clock/clock';
import { MINUTE_MS } from './model/levels.ts';
import type { MinuteTrades } from './model/minute-trades.ts';
import { countUntil, quoteAfter, tradeAt } from './model/minute-view.ts';
import type { ProductTree } from './model/product-tree.ts';
import type { SimTrade } from './sim-trade.ts';
import type { Quote } from './venue-book.ts';

/** How often trades that fell due are sent. */
const TICK_MS = 5;
/** After a longer sleep of the machine, what fell due is left to REST. */
const MOST_BEHIND_MS = 2 * MINUTE_MS;

/** Where a venue's live trades go. */
export interface LiveSink {
  /** False while nobody listens to the product: its trades are then passed over. */
  wants(product: string): boolean;
  /** Trades that fell due, and the quote after them. */
  trades(product: string, trades: SimTrade[], quote: Quote): void;
  /** Best bid and ask moved without a trade. */
  quote(product: string, quote: Quote): void;
  /** Called every tick after the trades. */
  tick(now: number): void;
}

interface Cursor {
  name: string;
  tree: ProductTree;
  sink: LiveSink;
  minute: MinuteTrades | undefined;
  next: number;
  quotedAt: number;
  /** Moment within a minute at which the next minute is made ready, ms. */
  readyAt: number;
  ready: MinuteTrades | undefined;
}

/** Sends the trades of products that somebody listens to as they fall due. */
export class LiveTape {
  readonly #clock: Clock;
  readonly #cursors: Cursor[] = [];
  readonly #sinks = new Set<LiveSink>();
  #last = 0;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(tree: ProductTree, sink: LiveSink): void {
    this.#sinks.add(sink);
    this.#cursors.push({
      name: tree.product.listing.product,
      tree,
      sink,
      minute: undefined,
      next: 0,
      quotedAt: 0,
      readyAt: 0,
      ready: undefined,
    });
  }

  start(): void {
    this.#last = this.#clock.now();
    for (const [i, cursor] of this.#cursors.entries()) {
      cursor.readyAt = 20_000 + (35_000 * i) / this.#cursors.length;
      cursor.quotedAt = this.#last + (1000 * i) / this.#cursors.length;
    }
    this.#cancel = this.#clock.every(TICK_MS, () => this.#tick());
  }

  stop(): void {
    this.#cancel?.();
  }

  #tick(): void {
    const now = this.#clock.now();
    if (now <= this.#last) return;
    const late = now - this.#last > MOST_BEHIND_MS;
    for (const cursor of this.#cursors) {
      if (!cursor.sink.wants(cursor.name)) {
        cursor.minute = undefined;
        continue;
      }
      if (late || !cursor.minute) this.#seek(cursor, late ? now : this.#last);
      this.#advance(cursor, now);
    }
    this.#last = now;
    for (const sink of this.#sinks) sink.tick(now);
  }

  /** Places the cursor behind the last trade at or before `now`. */
  #seek(cursor: Cursor, now: number): void {
    cursor.minute = cursor.tree.minute(Math.floor(now / MINUTE_MS) * MINUTE_MS);
    cursor.next = cursor.minute ? countUntil(cursor.minute, now) : 0;
  }

  #advance(cursor: Cursor, now: number): void {
    while (cursor.minute) {
      this.#emit(cursor, cursor.minute, now);
      const next = cursor.minute.start + MINUTE_MS;
      if (next > now) break;
      cursor.minute = cursor.ready?.start === next ? cursor.ready : cursor.tree.minute(next);
      cursor.next = 0;
    }
    if (cursor.minute) this.#prepare(cursor, cursor.minute, now);
  }

  #emit(cursor: Cursor, minute: MinuteTrades, now: number): void {
    const from = cursor.next;
    const limit = (now - minute.start + 1) * 1000;
    while (cursor.next < minute.count && (minute.micros[cursor.next] as number) < limit) {
      cursor.next += 1;
    }
    if (cursor.next > from) this.#send(cursor, minute, from, now);
    else this.#refreshQuote(cursor, minute, now);
  }

  #send(cursor: Cursor, minute: MinuteTrades, from: number, now: number): void {
    const { listing } = cursor.tree.product;
    const trades: SimTrade[] = [];
    for (let i = from; i < cursor.next; i += 1) trades.push(tradeAt(minute, i, listing));
    cursor.quotedAt = now;
    cursor.sink.trades(cursor.name, trades, quoteAfter(minute, cursor.next - 1, listing));
  }

  /** Makers move their quotes about once a second between trades. */
  #refreshQuote(cursor: Cursor, minute: MinuteTrades, now: number): void {
    if (now - cursor.quotedAt < 1000 || cursor.next === 0) return;
    cursor.quotedAt = now;
    const { listing } = cursor.tree.product;
    const salt = Math.floor(now / 1000);
    cursor.sink.quote(cursor.name, quoteAfter(minute, cursor.next - 1, listing, salt));
  }

  /** Makes the next minute ahead of time, one product after another, so that no minute begins with a stall. */
  #prepare(cursor: Cursor, minute: MinuteTrades, now: number): void {
    const next = minute.start + MINUTE_MS;
    if (cursor.ready?.start === next || now - minute.start < cursor.readyAt) return;
    cursor.ready = cursor.tree.minute(next);
  }
}
