import type { CandleEvent } from '@tidemark/contracts/candle';
import { CANDLES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Listing } from '../coins/universe.ts';
import type { BarRow } from '../trades/product-book.ts';
import { toEvent } from './candle-row.ts';

/** Bars that wait for the bus; past this the oldest are not told: who needs all of them reads the store. */
const MAX_WAITING = 20_000;
/** Bars a message batch. */
const BATCH = 2_000;

/**
 * Stored bars on their way to the topic `candles`. What the bus does not take stays, the latest of each bar, and goes
 * with the next call of `tell`.
 */
export class CandleOutbox {
  readonly #bus: EventBus;
  readonly #logger: Logger;
  #waiting = new Map<string, CandleEvent>();
  #telling: Promise<void> | null = null;
  #failing = false;

  constructor(bus: EventBus, logger: Logger) {
    this.#bus = bus;
    this.#logger = logger;
  }

  /** Bars that were not told yet. */
  get size(): number {
    return this.#waiting.size;
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
