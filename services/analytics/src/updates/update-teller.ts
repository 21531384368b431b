import { ANALYTICS_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import { LatestOutbox } from '@tidemark/event-bus/latest-outbox';
import type { Logger } from '@tidemark/telemetry/logger';
import type { OutboxCounts } from '@tidemark/telemetry/metrics';
import type { ClosedBar } from '../market/bar-columns.ts';
import type { ClosedSeries, SeriesChange } from '../series/closed-series.ts';
import { StandardSet } from './standard-set.ts';

/** Updates that wait for the bus: hours of it. Past this the oldest are not told. */
const MAX_WAITING = 5_000;
const BATCH = 500;

interface Parts {
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
  readonly #parts: Parts;
  readonly #sets = new Map<ClosedSeries, StandardSet>();
  /** Not taken by the bus yet; the latest of each bar. */
  readonly #outbox: LatestOutbox<typeof ANALYTICS_UPDATES>;

  constructor(parts: Parts) {
    const { bus, logger } = parts;
    const bounds = { maxWaiting: MAX_WAITING, maxBatch: BATCH };
    this.#parts = parts;
    this.#outbox = new LatestOutbox({
      ...{ bus, logger, topic: ANALYTICS_UPDATES, what: 'updates', ...bounds },
    });
  }

  /** What of its updates was published, and what was not. */
  get counts(): OutboxCounts & { told: number } {
    return this.#outbox;
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
  async tell(): Promise<void> {
    await this.#outbox.tell();
  }

  #put(series: ClosedSeries, bar: ClosedBar, set: StandardSet, samples: number): void {
    const { coinId, interval } = series;
    const { simulated, owns } = this.#parts;
    if (!owns(coinId)) return;
    this.#outbox.put(`${coinId}|${interval}|${bar.time}`, {
      key: coinId,
      value: {
        ...{ coin_id: coinId, interval, time: bar.time, close: bar.close },
        ...{ samples, values: set.values, simulated },
      },
    });
  }
}
