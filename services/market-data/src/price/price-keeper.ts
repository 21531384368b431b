import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Universe } from '../coins/universe.ts';
import type { PriceStore } from '../store/price-store.ts';
import type { PriceEngine } from './price-engine.ts';

const DAY = INTERVAL_MS['1d'];

/** Writes prices to the store and keeps its daily partitions: those around now made, old ones dropped. */
export class PriceKeeper {
  readonly #store: PriceStore;
  readonly #engine: PriceEngine;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #retentionDays: number;

  constructor(
    store: PriceStore,
    engine: PriceEngine,
    options: { clock: Clock; logger: Logger; retentionDays: number },
  ) {
    this.#store = store;
    this.#engine = engine;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#retentionDays = options.retentionDays;
  }

  /** Makes the partitions around now, by a clock that may be wrong by some hours; to be called at the start. */
  async makeRoom(): Promise<void> {
    await this.#store.maintainPartitions(this.#days(), 0);
  }

  /** Makes partitions and drops those that are too old; to be called at least once a day, with the time known. */
  async maintain(): Promise<void> {
    const before = this.#clock.now() - this.#retentionDays * DAY;
    const dropped = await this.#store.maintainPartitions(this.#days(), before);
    if (dropped.length > 0) this.#logger.info({ dropped }, 'old prices are dropped');
  }

  #days(): number[] {
    const now = this.#clock.now();
    return [now - DAY, now, now + DAY];
  }

  /** Gives the engine each coin's last stored price, to be shown as stale until a venue speaks. */
  async recall(universe: Universe): Promise<void> {
    for (const { coinId } of universe.coins) {
      const last = await this.#store.lastPrice(coinId);
      if (last) this.#engine.recall(coinId, last.price, last.time);
    }
  }

  /** Stores what has come since the last call; keeps it when the store fails. */
  async flush(): Promise<void> {
    const rows = this.#engine.takeRows();
    try {
      await this.#store.writePrices(rows);
    } catch (error) {
      this.#engine.returnRows(rows);
      throw error;
    }
  }
}
