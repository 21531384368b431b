import type { CandleEvent, CandleRewrite, Interval } from '@tidemark/contracts/candle';
import { CANDLE_REWRITES, CANDLES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Listing } from '../coins/universe.ts';
import type { BarRow, Gap } from '../trades/product-book.ts';
import { toEvent } from './candle-row.ts';

/** Bars that wait for the bus; past this the oldest are not told: who needs all of them reads the store. */
const MAX_WAITING = 20_000;
/** Bars a message batch. */
const BATCH = 2_000;

/**
 * Stored bars on their way to the topic `candles`, and word of those that were changed out of their order on its way to
 * `candle_rewrites`. What the bus does not take stays, the latest of each bar, and goes with the next call of `tell`.
 */
export class CandleOutbox {
  readonly #bus: EventBus;
  readonly #logger: Logger;
  #waiting = new Map<string, CandleEvent>();
  /** One for each product and interval: the ranges of several are joined. */
  readonly #rewrites = new Map<string, CandleRewrite>();
  #telling: Promise<void> | null = null;
  #failing = false;

  constructor(bus: EventBus, logger: Logger) {
    this.#bus = bus;
    this.#logger = logger;
  }

  /** What was not told yet. */
  get size(): number {
    return this.#waiting.size + this.#rewrites.size;
  }

  put(listing: Listing, rows: readonly BarRow[]): void {
    for (const { interval, bar } of rows) {
      const event = toEvent(listing, interval, bar);
      const key = keyOf(event);
      this.#waiting.delete(key);
      this.#waiting.set(key, event);
    }
    this.#keepNewest();
  }

  /** Bars of an interval that open in the range, epoch ms, were stored out of their order. */
  putRewrite({ coinId, exchange }: Listing, interval: Interval, { from, to }: Gap): void {
    const key = `${coinId}|${exchange}|${interval}`;
    const known = this.#rewrites.get(key);
    this.#rewrites.set(key, {
      ...{ coin_id: coinId, exchange, interval },
      from: Math.min(from, known?.from ?? from),
      to: Math.max(to, known?.to ?? to),
    });
  }

  /** Tells what waits, or joins the telling that is under way. Never rejects. */
  tell(): Promise<void> {
    this.#telling ??= this.#tellAll().finally(() => {
      this.#telling = null;
    });
    return this.#telling;
  }

  /** Forgets what waits of these coins: another replica tells it. */
  drop(coins: ReadonlySet<string>): void {
    for (const [key, event] of this.#waiting) {
      if (coins.has(event.coin_id)) this.#waiting.delete(key);
    }
    for (const [key, { coin_id }] of this.#rewrites) {
      if (coins.has(coin_id)) this.#rewrites.delete(key);
    }
  }

  async #tellAll(): Promise<void> {
    while (this.#waiting.size > 0) {
      const batch = this.#take();
      try {
        await this.#bus.publish(
          CANDLES,
          batch.map((event) => ({ key: event.coin_id, value: event })),
        );
        this.#say(null);
      } catch (error) {
        if (!(error instanceof TypeError)) this.#putBack(batch);
        this.#say(error);
        return;
      }
    }
    await this.#tellRewrites();
  }

  async #tellRewrites(): Promise<void> {
    const batch = [...this.#rewrites];
    if (batch.length === 0) return;
    try {
      await this.#bus.publish(
        CANDLE_REWRITES,
        batch.map(([, value]) => ({ key: value.coin_id, value })),
      );
      for (const [key, value] of batch) {
        if (this.#rewrites.get(key) === value) this.#rewrites.delete(key);
      }
    } catch (error) {
      this.#say(error);
    }
  }

  #take(): CandleEvent[] {
    const batch: CandleEvent[] = [];
    for (const [key, event] of this.#waiting) {
      if (batch.length >= BATCH) break;
      batch.push(event);
      this.#waiting.delete(key);
    }
    return batch;
  }

  /** What came meanwhile is newer. */
  #putBack(batch: readonly CandleEvent[]): void {
    const older = batch.filter((event) => !this.#waiting.has(keyOf(event)));
    const entries = older.map((event) => [keyOf(event), event] as const);
    this.#waiting = new Map([...entries, ...this.#waiting]);
    this.#keepNewest();
  }

  #keepNewest(): void {
    for (const key of this.#waiting.keys()) {
      if (this.#waiting.size <= MAX_WAITING) return;
      this.#waiting.delete(key);
    }
  }

  #say(error: unknown): void {
    if (error !== null && !this.#failing) {
      this.#logger.warn({ err: error }, 'the bus does not take candles; they are told later');
    }
    if (error === null && this.#failing) this.#logger.info('candles reach the bus again');
    this.#failing = error !== null;
  }
}

function keyOf({ coin_id, exchange, interval, time }: CandleEvent): string {
  return `${coin_id}|${exchange}|${interval}|${time}`;
}
