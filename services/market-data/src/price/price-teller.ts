import type { Clock } from '@tidemark/clock/clock';
import type { Price, PriceUpdate } from '@tidemark/contracts/price';
import { PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { LatestOutbox } from '@tidemark/event-bus/latest-outbox';
import type { Logger } from '@tidemark/telemetry/logger';
import type { OutboxCounts } from '@tidemark/telemetry/metrics';

/** An unchanged price is told again this often, so that a lost or late message heals by itself, ms. */
const REPEAT_EVERY = 10_000;
/** After a failure the bus is tried again this much later, ms. */
const PAUSE = 500;
/** More than there are coins: the latest price of each waits. */
const BOUNDS = { maxWaiting: 1_000, maxBatch: 1_000 };

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

/** Tells prices to the bus, one publish at a time: what the bus does not take waits, the latest of each coin. */
export class PriceTeller {
  readonly #clock: Clock;
  readonly #outbox: LatestOutbox<typeof PRICE_UPDATES>;
  /** What was told last of each coin, or is on its way. */
  readonly #told = new Map<string, Told>();
  #notBefore = -Infinity;

  constructor({ clock, ...parts }: TellerParts) {
    this.#clock = clock;
    this.#outbox = new LatestOutbox({
      ...{ ...parts, ...BOUNDS },
      ...{ topic: PRICE_UPDATES, what: 'prices' },
    });
  }

  get counts(): OutboxCounts {
    return this.#outbox;
  }

  /** Whether a reader of the topic would learn something from this price now. */
  isNews(price: Price): boolean {
    const told = this.#told.get(price.coin_id);
    if (!told || this.#clock.monotonic() - told.at >= REPEAT_EVERY) return true;
    return differs(told.price, price);
  }

  /** In place of one that waits, whose range it takes over. */
  put(price: PriceUpdate): void {
    const { coin_id: key } = price;
    this.#told.set(key, { price, at: this.#clock.monotonic() });
    const waiting = this.#outbox.get(key);
    const low = Math.min(price.low, waiting?.low ?? Infinity);
    const high = Math.max(price.high, waiting?.high ?? -Infinity);
    this.#outbox.put(key, { key, value: { ...price, low, high } });
  }

  /** Forgets what was told of a coin and what waits: who tells it may be another from now on. */
  forget(coinId: string): void {
    this.#told.delete(coinId);
    this.#outbox.forget((key) => key === coinId);
  }

  /** Publishes what waits, unless a publish is under way: that goes on with it. */
  tell(): void {
    if (this.#outbox.waiting === 0 || this.#clock.monotonic() < this.#notBefore) return;
    void this.#outbox.tell().then((taken) => {
      if (!taken) this.#notBefore = this.#clock.monotonic() + PAUSE;
    });
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
