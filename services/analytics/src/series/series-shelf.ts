import type { Clock } from '@tidemark/clock/clock';
import type { Interval } from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Logger } from '@tidemark/telemetry/logger';
import PQueue from 'p-queue';
import type { MarketReader } from '../market/market-reader.ts';
import type { ClosedSeries, SeriesChange } from './closed-series.ts';
import { KeptSeries } from './kept-series.ts';

/** Intervals that are kept of every coin: those that periods, ranks and daily metrics are made of. */
export const KEPT_INTERVALS = ['1h', '1d', '15m'] as const satisfies readonly Interval[];
/** Whether the series of an interval are kept of every coin. */
export function isKept(interval: Interval): boolean {
  return KEPT_INTERVALS.some((kept) => kept === interval);
}

/** Other series are kept as long as somebody asks for them, ms. */
const IDLE_MS = 30 * 60_000;
const SWEEP_MS = 1_000;
/** Both venues close a bar within moments: read once for both, ms. */
const SETTLE_MS = 200;
/** A history is stored in many pieces, of the rate's coins too: read once for several of them, ms. */
const REWRITE_SETTLE_MS = 5_000;
/** Reads of market-data at once. */
const READS = 2;
/** Those who wait for an answer come before what is done ahead of time. */
const PRIORITY = { asked: 2, told: 1, ahead: 0 } as const;

interface Parts {
  reader: MarketReader;
  clock: Clock;
  logger: Logger;
}

type Listener = (series: ClosedSeries, change: SeriesChange) => void;

/** The series of all coins that this process keeps, read from market-data and followed from then on. */
export class SeriesShelf {
  readonly #parts: Parts;
  readonly #kept = new Map<string, KeptSeries>();
  readonly #queue = new PQueue({ concurrency: READS });
  readonly #listeners: Listener[] = [];
  /** Wait for their turn to be followed: what is told of them until then is read with it. */
  readonly #toFollow = new Set<KeptSeries>();
  #stopSweeping: () => void = () => undefined;
  #failing = false;
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Hears of every change of every series. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** The series that are there now. */
  all(): ClosedSeries[] {
    return [...this.#kept.values()].filter(({ loaded }) => loaded).map(({ series }) => series);
  }

  start(): void {
    this.#stopSweeping = this.#parts.clock.every(SWEEP_MS, () => this.#sweep());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopSweeping();
    this.#queue.clear();
    await this.#queue.onIdle();
  }

  /** The series, read from the market first where it is not there. Throws as `MarketReader.bars` does. */
  async get(coinId: string, interval: Interval): Promise<ClosedSeries> {
    const kept = this.#keep(coinId, interval);
    kept.askedAt = this.#parts.clock.monotonic();
    await this.#load(kept, PRIORITY.asked);
    return kept.series;
  }

  /** Reads the series ahead of its being asked for. Throws as `get` does. */
  async prepare(coinId: string, interval: Interval): Promise<void> {
    await this.#load(this.#keep(coinId, interval), PRIORITY.ahead);
  }

  /** The bar of a series that opens at `time`, epoch ms, closed. */
  closed(coinId: string, interval: Interval, time: number): void {
    const kept = this.#kept.get(keyOf(coinId, interval));
    if (!kept) return;
    kept.mark(time);
    this.#parts.clock.after(SETTLE_MS, () => void this.#follow(kept));
  }

  /** Bars of a series that open at `time`, epoch ms, or later were stored anew, out of their turn: read by the sweep. */
  rewritten(coinId: string, interval: Interval, time: number): void {
    this.#kept.get(keyOf(coinId, interval))?.mark(time, REWRITE_SETTLE_MS);
  }

  /** The coins of which a series of this interval is kept. */
  coinsOf(interval: Interval): string[] {
    const all = [...this.#kept.values()].map(({ series }) => series);
    return all.filter((series) => series.interval === interval).map(({ coinId }) => coinId);
  }

  #keep(coinId: string, interval: Interval): KeptSeries {
    const key = keyOf(coinId, interval);
    const { reader, clock } = this.#parts;
    const kept = this.#kept.get(key) ?? new KeptSeries(coinId, interval, reader, clock);
    this.#kept.set(key, kept);
    return kept;
  }

  async #load(kept: KeptSeries, priority: number): Promise<void> {
    if (kept.loaded) return;
    try {
      await this.#refresh(kept, priority);
    } catch (error) {
      this.#forgetUnread(kept);
      throw error;
    }
  }

  /** Reads again, telling of a change. Rejects when the market gives no answer. */
  async #refresh(kept: KeptSeries, priority: number): Promise<void> {
    const change = await this.#queue.add(() => this.#read(kept), { priority });
    if (!change) return;
    for (const listener of this.#listeners) listener(kept.series, change);
  }

  /** Once it is its turn. Whoever came before may have read it, or have found that the market gives no answer. */
  async #read(kept: KeptSeries): Promise<SeriesChange | null> {
    this.#toFollow.delete(kept);
    if (kept.loaded) return kept.due ? kept.refresh() : null;
    if (this.#isHere(kept)) return kept.refresh();
    throw new TidemarkError('UPSTREAM_UNAVAILABLE', 'market-data gave no answer. Try again.');
  }

  /** Unless whoever came after has read it. */
  #forgetUnread(kept: KeptSeries): void {
    if (this.#isHere(kept) && !kept.loaded) this.#kept.delete(keyOfKept(kept));
  }

  #isHere(kept: KeptSeries): boolean {
    return this.#kept.get(keyOfKept(kept)) === kept;
  }

  async #follow(kept: KeptSeries): Promise<void> {
    if (!kept.loaded || this.#stopped || this.#toFollow.has(kept)) return;
    this.#toFollow.add(kept);
    try {
      await this.#refresh(kept, PRIORITY.told);
      this.#failing = false;
    } catch (error) {
      this.#noteFailure(error);
    }
  }

  /** The series stays marked: the sweep reads it. What waited for its turn at the stop is not read, and nothing is wrong. */
  #noteFailure(error: unknown): void {
    if (this.#stopped) return;
    if (!this.#failing) this.#parts.logger.warn({ err: error }, 'candles cannot be read now');
    this.#failing = true;
  }

  #sweep(): void {
    const now = this.#parts.clock.monotonic();
    for (const [key, kept] of this.#kept) {
      if (kept.due) void this.#follow(kept);
      const wanted = isKept(kept.series.interval) || now - kept.askedAt <= IDLE_MS;
      if (!wanted) this.#kept.delete(key);
    }
  }
}

function keyOfKept({ series }: KeptSeries): string {
  return keyOf(series.coinId, series.interval);
}

function keyOf(coinId: string, interval: Interval): string {
  return `${coinId}|${interval}`;
}
