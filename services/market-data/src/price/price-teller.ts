import type { Clock } from '@tidemark/clock/clock';
import type { Price } from '@tidemark/contracts/price';
import { PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { TopicWriter } from '@tidemark/event-bus/topic-writer';
import type { Logger } from '@tidemark/telemetry/logger';
import type { OutboxCounts } from '@tidemark/telemetry/metrics';

/** An unchanged price is told again this often, so that a lost or late message heals by itself, ms. */
const REPEAT_EVERY = 10_000;
/** After a failure the bus is tried again this much later, ms. */
const PAUSE = 500;

interface Told {
  price: Price;
  /** Monotonic ms. */
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
  readonly #clock: Clock;
  readonly #writer: TopicWriter<typeof PRICE_UPDATES>;
  readonly #told = new Map<string, Told>();
  readonly #waiting = new Map<string, Price>();
  #sending = false;
  #notBefore = -Infinity;

  constructor({ clock, ...parts }: TellerParts) {
    this.#clock = clock;
    this.#writer = new TopicWriter({ ...parts, topic: PRICE_UPDATES, what: 'prices' });
  }

  get counts(): OutboxCounts {
    const { topic, refused } = this.#writer;
    return { topic: topic.name, waiting: this.#waiting.size, refused, dropped: 0 };
  }

  /** Whether a reader of the topic would learn something from this price now. */
  isNews(price: Price): boolean {
    const told = this.#told.get(price.coin_id);
    if (!told || this.#clock.monotonic() - told.at >= REPEAT_EVERY) return true;
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
    if (this.#sending || this.#waiting.size === 0) return;
    if (this.#clock.monotonic() < this.#notBefore) return;
    this.#sending = true;
    void this.#send([...this.#waiting.values()]);
    this.#waiting.clear();
  }

  async #send(prices: readonly Price[]): Promise<void> {
    const messages = prices.map((price) => ({ key: price.coin_id, value: price }));
    const left = new Set((await this.#writer.write(messages)).map(({ value }) => value));
    this.#sending = false;
    // A price that breaks the topic's schema counts as told: it would be refused again; the next one may not be.
    this.#sent(prices.filter((price) => !left.has(price)));
    if (left.size > 0) this.#notBefore = this.#clock.monotonic() + PAUSE;
    this.tell();
  }

  #sent(prices: readonly Price[]): void {
    this.#markTold(prices);
    for (const price of prices) {
      const next = this.#waiting.get(price.coin_id);
      if (next && !differs(price, next)) this.#waiting.delete(price.coin_id);
    }
  }

  #markTold(prices: readonly Price[]): void {
    const at = this.#clock.monotonic();
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
