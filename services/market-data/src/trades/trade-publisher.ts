import type { Clock } from '@tidemark/clock/clock';
import { TRADES } from '@tidemark/contracts/topics';
import type { Trade } from '@tidemark/contracts/trade';
import type { EventBus, OutgoingMessage } from '@tidemark/event-bus/event-bus';
import { TopicWriter } from '@tidemark/event-bus/topic-writer';
import type { Logger } from '@tidemark/telemetry/logger';
import type { OutboxCounts } from '@tidemark/telemetry/metrics';
import { within } from '@tidemark/waiting/within';
import type { Universe } from '../coins/universe.ts';
import type { VenueTrade } from '../venues/venue.ts';

/** Trades that wait for the bus before the feeds stop reading, and when they read on. */
const HIGH_WATER = 5_000;
const LOW_WATER = 1_000;
/** Past this the newest are dropped, and repaired from REST as a hole is. */
const MAX_WAITING = 100_000;
/** Pauses between attempts while the bus takes nothing, ms. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 1_000;

export interface PublisherParts {
  bus: EventBus;
  clock: Clock;
  logger: Logger;
  universe: Universe;
  /** Hears of each trade at once, whatever becomes of the bus. */
  heard(trade: Trade): void;
}

/**
 * Carries the trades of the feeds to the bus, in order and in batches: what arrives while one batch is on its way
 * makes the next. A batch that the bus does not take is tried until it does; what came after it waits behind.
 */
export class TradePublisher {
  readonly #writer: TopicWriter<typeof TRADES>;
  readonly #clock: Clock;
  readonly #parts: Pick<PublisherParts, 'universe' | 'heard'>;
  readonly #stop = new AbortController();
  #waiting: Trade[] = [];
  #sending: Promise<void> | null = null;
  /** Of the batch that is on its way. */
  #left = 0;
  #dropped = 0;
  #room: PromiseWithResolvers<void> | null = null;

  constructor(parts: PublisherParts) {
    const { bus, clock, logger } = parts;
    this.#writer = new TopicWriter({ bus, logger, topic: TRADES, what: 'trades' });
    this.#clock = clock;
    this.#parts = parts;
  }

  /** Trades that found no room, or that the schema refused, since the start. */
  get dropped(): number {
    return this.#dropped + this.#writer.refused;
  }

  get counts(): OutboxCounts {
    const waiting = this.#waiting.length + this.#left;
    const { topic, refused } = this.#writer;
    return { topic: topic.name, waiting, refused, dropped: this.#dropped };
  }

  /** Whether the bus takes nothing at the moment: the books are behind what the feeds have read. */
  get failing(): boolean {
    return this.#writer.failing;
  }

  /** A trade as a venue tells it; of a product that is not followed there is nothing to do. */
  take(told: VenueTrade): void {
    const { universe, heard } = this.#parts;
    const listing = universe.listing(told.exchange, told.product);
    if (!listing) return;
    const trade = { ...told, coin_id: listing.coinId };
    this.#push(trade);
    heard(trade);
  }

  /** Null while there is room, else a promise of room: who pushes should wait for it. */
  room(): Promise<void> | null {
    if (this.#waiting.length < HIGH_WATER) return null;
    this.#room ??= Promise.withResolvers();
    return this.#room.promise;
  }

  /** Resolves when all that was pushed is with the bus, or after `patienceMs`: then the rest is given up. */
  async drain(patienceMs: number): Promise<void> {
    const deadline = this.#clock.monotonic() + patienceMs;
    while (this.#sending) {
      const left = deadline - this.#clock.monotonic();
      if (left > 0 && (await within(this.#clock, left, this.#sending))) continue;
      this.#giveUp();
      return;
    }
  }

  #push(trade: Trade): void {
    if (this.#waiting.length + this.#left >= MAX_WAITING) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.push(trade);
    this.#sending ??= this.#send();
  }

  async #send(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#publish(batch);
      if (this.#waiting.length <= LOW_WATER) this.#makeRoom();
    }
    this.#makeRoom();
    this.#sending = null;
  }

  /** Tries until the bus has the batch. */
  async #publish(batch: readonly Trade[]): Promise<void> {
    const { signal } = this.#stop;
    let left: readonly OutgoingMessage<Trade>[] = batch.map((trade) => ({
      key: trade.coin_id,
      value: trade,
    }));
    for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
      this.#left = left.length;
      left = await this.#writer.write(left);
      this.#left = left.length;
      if (left.length === 0) return;
      if (signal.aborted) {
        this.#dropped += left.length;
        this.#left = 0;
        return;
      }
      await this.#clock.sleep(pause, signal).catch(() => undefined);
    }
  }

  #giveUp(): void {
    this.#dropped += this.#waiting.length;
    this.#waiting = [];
    this.#stop.abort(new Error('the trades that wait are given up'));
    this.#makeRoom();
  }

  #makeRoom(): void {
    this.#room?.resolve();
    this.#room = null;
  }
}
