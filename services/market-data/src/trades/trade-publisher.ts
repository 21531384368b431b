import { TRADES } from '@tidemark/contracts/topics';
import type { Trade } from '@tidemark/contracts/trade';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';

/** Trades that may wait for the bus; past this the newest are dropped, and repaired from REST as a hole is. */
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
    }
    this.#sending = null;
  }
}
