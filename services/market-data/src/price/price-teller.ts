import type { Clock } from '@tidemark/clock/clock';
import type { Price } from '@tidemark/contracts/price';
import { PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';

/** An unchanged price is told again this often, so that a lost or late message heals by itself, ms. */
const REPEAT_EVERY = 10_000;
/** After a failure the bus is tried again this much later, ms. */
const PAUSE = 500;

interface Told {
  price: Price;
  at: number;
}

export interface TellerParts {
  clock: Clock;
  logger: Logger;
  bus: EventBus;
}

/**
 * Tells prices to the bus, one publish at a time: what comes meanwhile waits, the latest of each coin. What the bus
 * did not take is not counted as told.
 */
export class PriceTeller {
  readonly #parts: TellerParts;
  readonly #told = new Map<string, Told>();
  readonly #waiting = new Map<string, Price>();
  #sending = false;
  #notBefore = -Infinity;
  #failing = false;

  constructor(parts: TellerParts) {
    this.#parts = parts;
  }

  /** Whether a reader of the topic would learn something from this price now. */
  isNews(price: Price): boolean {
    const told = this.#told.get(price.coin_id);
    if (!told || this.#parts.clock.now() - told.at >= REPEAT_EVERY) return true;
    return differs(told.price, price);
  }

  put(price: Price): void {
    this.#waiting.set(price.coin_id, price);
  }

  /** Forgets what was told of a coin and what waits: who tells it may be another from now on. */
  forget(coinId: string): void {
    this.#told.delete(coinId);
    this.#waiting.delete(coinId);
  }

  /** Publishes what waits, unless a publish is under way: that goes on with it. */
  tell(): void {
    const { bus, clock } = this.#parts;
    if (this.#sending || this.#waiting.size === 0 || clock.monotonic() < this.#notBefore) return;
    const prices = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#sending = true;
    const messages = prices.map((price) => ({ key: price.coin_id, value: price }));
    bus.publish(PRICE_UPDATES, messages).then(
      () => this.#sent(prices),
      (error: unknown) => this.#failed(prices, error),
    );
  }

  #sent(prices: readonly Price[]): void {
    this.#markTold(prices);
    for (const price of prices) {
      const next = this.#waiting.get(price.coin_id);
      if (next && !differs(price, next)) this.#waiting.delete(price.coin_id);
    }
    if (this.#failing) this.#parts.logger.info('prices reach the bus again');
    this.#failing = false;
    this.#sending = false;
    this.tell();
  }

  #failed(prices: readonly Price[], error: unknown): void {
    if (!this.#failing) this.#parts.logger.error({ err: error }, 'prices could not be published');
    this.#failing = true;
    this.#sending = false;
    this.#notBefore = this.#parts.clock.monotonic() + PAUSE;
    // A price that breaks the topic's schema would be refused again; the next one may not be.
    if (error instanceof TypeError) this.#markTold(prices);
  }

  #markTold(prices: readonly Price[]): void {
    const at = this.#parts.clock.now();
    for (const price of prices) this.#told.set(price.coin_id, { price, at });
  }
}

/** Whether a reader would see a difference. */
function differs(a: Price, b: Price): boolean {
  return (
    a.price !== b.price ||
    a.timestamp !== b.timestamp ||
    a.quality !== b.quality ||
    a.change_24h !== b.change_24h ||
    a.volume_24h !== b.volume_24h ||
    a.sources.some((source, i) => source.status !== b.sources[i]?.status)
  );
}
