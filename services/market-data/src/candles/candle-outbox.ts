import type { CandleExchange, Interval } from '@tidemark/contracts/candle';
import { CANDLE_REWRITES, CANDLES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { LatestOutbox } from '@tidemark/event-bus/latest-outbox';
import type { Logger } from '@tidemark/telemetry/logger';
import type { OutboxCounts } from '@tidemark/telemetry/metrics';
import type { Listing } from '../coins/listing.ts';
import type { BarRow, Gap } from '../book/product-book.ts';
import { toEvent } from '../store/candle-row.ts';

/** Bars that wait for the bus; past this the oldest are not told: who needs all of them reads the store. */
const MAX_WAITING = 20_000;
/** Bars a message batch. */
const BATCH = 2_000;

/**
 * Stored bars on their way to the topic `candles`, and word of those that were changed out of their order on its way to
 * `candle_rewrites`. What the bus does not take stays, the latest of each bar, and goes with the next call of `tell`.
 */
export class CandleOutbox {
  readonly #candles: LatestOutbox<typeof CANDLES>;
  /** One for each product and interval: the ranges of several are joined. */
  readonly #rewrites: LatestOutbox<typeof CANDLE_REWRITES>;

  constructor(bus: EventBus, logger: Logger) {
    const bounds = { maxWaiting: MAX_WAITING, maxBatch: BATCH };
    const candles = { topic: CANDLES, what: 'candles' };
    const rewrites = { topic: CANDLE_REWRITES, what: 'rewrites of candles' };
    this.#candles = new LatestOutbox({ bus, logger, ...bounds, ...candles });
    this.#rewrites = new LatestOutbox({ bus, logger, ...bounds, ...rewrites });
  }

  /** What was not told yet. */
  get size(): number {
    return this.#candles.waiting + this.#rewrites.waiting;
  }

  get counts(): readonly OutboxCounts[] {
    return [this.#candles, this.#rewrites];
  }

  put(listing: Listing, rows: readonly BarRow[]): void {
    for (const { interval, bar } of rows) {
      const value = toEvent(listing, interval, bar);
      const name = `${value.coin_id}|${value.exchange}|${interval}|${value.time}`;
      this.#candles.put(name, { key: value.coin_id, value });
    }
  }

  /** Bars of an interval that open in the range, epoch ms, were stored out of their order. */
  putRewrite(
    { coinId, exchange }: { coinId: string; exchange: CandleExchange },
    interval: Interval,
    { from, to }: Gap,
  ): void {
    const name = `${coinId}|${exchange}|${interval}`;
    const known = this.#rewrites.get(name);
    const value = {
      ...{ coin_id: coinId, exchange, interval },
      from: Math.min(from, known?.from ?? from),
      to: Math.max(to, known?.to ?? to),
    };
    this.#rewrites.put(name, { key: coinId, value });
  }

  /** Tells what waits, or joins the telling that is under way: rewrites when the bus has all bars. Never rejects. */
  async tell(): Promise<void> {
    if (await this.#candles.tell()) await this.#rewrites.tell();
  }

  /** Forgets what waits of these coins: another replica tells it. */
  drop(coins: ReadonlySet<string>): void {
    for (const outbox of [this.#candles, this.#rewrites]) outbox.forget((key) => coins.has(key));
  }
}
