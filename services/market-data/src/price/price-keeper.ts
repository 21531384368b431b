import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Universe } from '../coins/universe.ts';
import type { PriceStore } from '../store/price-store.ts';
import type { PriceEngine } from './price-engine.ts';

const DAY = INTERVAL_MS['1d'];

/** Writes prices to the store and keeps its daily partitions: today's and tomorrow's made, old ones dropped. */
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

  /** To be called at the start and at least once a day. */
  async maintain(): Promise<void> {
    const now = this.#clock.now();
    const dropped = await this.#store.maintainPartitions(
      [now, now + DAY],
      now - this.#retentionDays * DAY,
    );
    if (dropped.length > 0) this.#logger.info({ dropped }, 'old prices are dropped');
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
