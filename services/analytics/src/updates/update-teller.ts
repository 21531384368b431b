import type { AnalyticsUpdate } from '@tidemark/contracts/analytics';
import { ANALYTICS_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import type { ClosedBar } from '../series/bar-columns.ts';
import type { ClosedSeries, SeriesChange } from '../series/closed-series.ts';
import { StandardSet } from './standard-set.ts';

export interface TellerOptions {
  bus: EventBus;
  logger: Logger;
  simulated: boolean;
  /** Whether this replica tells of the coin. */
  owns: (coinId: string) => boolean;
}

/**
 * Keeps the standard indicators of every series, and publishes what they say of each bar that closes. After a restart,
 * when coins come from another replica, and when history was mended, it tells the newest bar again: the same values,
 * where the bars are the same.
 */
export class UpdateTeller {
  readonly #options: TellerOptions;
  readonly #sets = new Map<ClosedSeries, StandardSet>();
  /** Not taken by the bus yet; the latest of each bar. */
  readonly #waiting = new Map<string, AnalyticsUpdate>();
  #telling: Promise<void> | null = null;
  #told = 0;

  constructor(options: TellerOptions) {
    this.#options = options;
  }

  /** Updates that were published. */
  get told(): number {
    return this.#told;
  }

  /** Takes a change of a series. */
  take(series: ClosedSeries, change: SeriesChange): void {
    const known = change === 'appended' ? this.#sets.get(series) : undefined;
    const set = known ?? new StandardSet();
    const from = known ? (known.time ?? -1) + 1 : 0;
    this.#sets.set(series, set);
    for (let i = series.bars.indexAt(from); i < series.bars.length; i++) {
      const bar = series.bars.at(i);
      set.add(bar);
      const newest = i === series.bars.length - 1;
      if (known || newest) this.#put(series, bar, set, i + 1);
    }
    void this.tell();
  }

  /** Tells the newest bar of every series that this replica tells of. */
  tellAll(): void {
    for (const [series, set] of this.#sets) {
      const { length } = series.bars;
      if (length > 0) this.#put(series, series.bars.at(length - 1), set, length);
    }
    void this.tell();
  }

  /** Publishes what waits, or joins the publishing under way. Never rejects; what the bus does not take stays. */
  tell(): Promise<void> {
    this.#telling ??= this.#tellWaiting().then(async (told) => {
      this.#telling = null;
      // What came after the last look at what waits.
      if (told && this.#waiting.size > 0) await this.tell();
    });
    return this.#telling;
  }

  #put(series: ClosedSeries, bar: ClosedBar, set: StandardSet, samples: number): void {
    const { coinId, interval } = series;
    const { simulated, owns } = this.#options;
    if (!owns(coinId)) return;
    const key = `${coinId}|${interval}|${bar.time}`;
    this.#waiting.set(key, {
      ...{ coin_id: coinId, interval, time: bar.time, close: bar.close },
      ...{ samples, values: set.values, simulated },
    });
  }

  /** False: the bus takes nothing now. */
  async #tellWaiting(): Promise<boolean> {
    const { bus, logger } = this.#options;
    while (this.#waiting.size > 0) {
      const batch = [...this.#waiting];
      try {
        await bus.publish(
          ANALYTICS_UPDATES,
          batch.map(([, value]) => ({ key: value.coin_id, value })),
        );
      } catch (error) {
        logger.warn({ err: error }, 'the bus does not take updates; they are told with the next');
        return false;
      }
      this.#told += batch.length;
      for (const [key, value] of batch) {
        if (this.#waiting.get(key) === value) this.#waiting.delete(key);
      }
    }
    return true;
  }
}
