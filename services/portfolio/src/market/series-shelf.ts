import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import {
  digestOf,
  firstKnown,
  lastKnown,
  NO_SERIES,
  patched,
  type DailySeries,
} from './daily-series.ts';
import type { DayValue } from './market-reader.ts';
import { utcDayOf, type UtcDay } from './utc-day.ts';

/** How often days that have no value yet are asked for again, at most, ms. */
const AGAIN_MS = 30_000;
/** For how long nothing is asked for after that failed, ms. */
const FAILED_MS = 5_000;

interface ShelfOptions {
  /** Values of a series on the days [from, to). */
  read(name: string, from: UtcDay, to: UtcDay): Promise<DayValue[]>;
  clock: Clock;
  logger: Logger;
}

interface Kept {
  series: DailySeries;
  /** Days to read again: they were rewritten. */
  stale: { from: UtcDay; to: UtcDay } | null;
  /** Whether days before its first value may still come. */
  isOpen: boolean;
  /** When it was asked for last, monotonic ms. */
  askedAt: number;
  /** When that failed last, monotonic ms. */
  failedAt: number;
  readonly digests: Map<UtcDay, number>;
  readonly reading: SingleFlight<void>;
}

/** Daily values, each asked for once: what a day that is over closed at does not change, unless its candle is rewritten. */
export class SeriesShelf {
  readonly #options: ShelfOptions;
  readonly #kept = new Map<string, Kept>();

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  /** The values from a day on until yesterday. Never rejects: what could not be read is not known. */
  async since(name: string, from: UtcDay): Promise<DailySeries> {
    const kept = this.#of(name);
    // Whoever joins a reading of others may want more than they did.
    for (let tries = 0; tries < 3; tries += 1) {
      const range = this.#lacking(kept, from);
      if (range === null) break;
      await kept.reading.run(() => this.#read(name, kept, range.from, range.to));
    }
    return kept.series;
  }

  /** A number that differs where the values from a day on differ. */
  digest(name: string, from: UtcDay): number {
    const { digests, series } = this.#of(name);
    const known = digests.get(from) ?? digestOf(series, from);
    digests.set(from, known);
    return known;
  }

  /** Its days [from, to) were rewritten; they are read again when they are wanted next. */
  rewritten(name: string, from: UtcDay, to: UtcDay): void {
    const kept = this.#kept.get(name);
    if (!kept) return;
    const { stale } = kept;
    kept.stale = {
      from: Math.min(from, stale?.from ?? from),
      to: Math.max(to, stale?.to ?? to),
    };
  }

  /** Nothing will come before its first value any more. */
  settle(name: string): void {
    this.#of(name).isOpen = false;
  }

  #of(name: string): Kept {
    const kept = this.#kept.get(name) ?? {
      ...{ series: NO_SERIES, stale: null, isOpen: true, askedAt: -Infinity, failedAt: -Infinity },
      digests: new Map<UtcDay, number>(),
      reading: new SingleFlight<void>(),
    };
    this.#kept.set(name, kept);
    return kept;
  }

  /** Days that have to be read before the values since `wanted` are what can be known; null: none. */
  #lacking(kept: Kept, wanted: UtcDay): { from: UtcDay; to: UtcDay } | null {
    const { series, stale } = kept;
    const { clock } = this.#options;
    const today = utcDayOf(clock.now());
    if (clock.monotonic() - kept.failedAt < FAILED_MS) return null;
    if (series.usd.length === 0) return wanted < today ? { from: wanted, to: today } : null;
    if (stale !== null) return { from: Math.min(stale.from, series.from), to: stale.to };
    if (wanted < series.from) return { from: wanted, to: series.from };
    if (clock.monotonic() - kept.askedAt < AGAIN_MS) return null;
    const [first, last] = [firstKnown(series), lastKnown(series)];
    if (kept.isOpen && first !== null && first > wanted) return { from: wanted, to: today };
    const end = last === null ? wanted : last + 1;
    return end < today ? { from: end, to: today } : null;
  }

  async #read(name: string, kept: Kept, from: UtcDay, to: UtcDay): Promise<void> {
    kept.askedAt = this.#options.clock.monotonic();
    try {
      const values = await this.#options.read(name, from, to);
      kept.series = patched(kept.series, from, to, values);
      kept.stale = null;
      kept.digests.clear();
    } catch (error) {
      kept.failedAt = this.#options.clock.monotonic();
      this.#options.logger.warn(
        { err: error, series: name },
        'prices of the past could not be read',
      );
    }
  }
}
