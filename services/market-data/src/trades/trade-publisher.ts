import { TRADES } from '@tidemark/contracts/topics';
import type { Trade } from '@tidemark/contracts/trade';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';

/** Trades that wait for the bus before the feeds stop reading, and when they read on. */
const HIGH_WATER = 5_000;
const LOW_WATER = 1_000;
/** Past this the newest are dropped, and repaired from REST as a hole is. */
const MAX_WAITING = 100_000;

/**
 * Carries the trades of the feeds to the bus, in order and in batches: what arrives while one batch is on its way
 * makes the next.
 */
export class TradePublisher {
  readonly #bus: EventBus;
  readonly #logger: Logger;
  #waiting: Trade[] = [];
  #sending: Promise<void> | null = null;
  #dropped = 0;
  #room: PromiseWithResolvers<void> | null = null;

  constructor(bus: EventBus, logger: Logger) {
    this.#bus = bus;
    this.#logger = logger;
  }

  /** Trades that found no room since the start. */
  get dropped(): number {
    return this.#dropped;
  }

  push(trade: Trade): void {
    if (this.#waiting.length >= MAX_WAITING) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.push(trade);
    this.#sending ??= this.#send();
  }

  /** Null while there is room, else a promise of room: who pushes should wait for it. */
  room(): Promise<void> | null {
    if (this.#waiting.length < HIGH_WATER) return null;
    this.#room ??= Promise.withResolvers();
    return this.#room.promise;
  }

  /** Resolves when all that was pushed is with the bus. */
  async drain(): Promise<void> {
    while (this.#sending) await this.#sending;
  }

  async #send(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#bus.publish(
          TRADES,
          batch.map((trade) => ({ key: trade.coin_id, value: trade })),
        );
      } catch (error) {
        this.#dropped += batch.length;
        this.#logger.error({ err: error, trades: batch.length }, 'the bus refused trades');
      }
      if (this.#waiting.length <= LOW_WATER) this.#makeRoom();
    }
    this.#makeRoom();
    this.#sending = null;
  }

  #makeRoom(): void {
    this.#room?.resolve();
    this.#room = null;
  }
}
