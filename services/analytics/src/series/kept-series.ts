import type { Clock } from '@tidemark/clock/clock';
import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import type { ClosedBar } from '../market/bar-columns.ts';
import type { MarketReader } from '../market/market-reader.ts';
import { anchorOf, ClosedSeries, type SeriesChange } from './closed-series.ts';

/** Between two looks at a series whose next bar is due, ms; doubled while it does not come. */
const FIRST_LOOK_MS = 5_000;
const LAST_LOOK_MS = 60_000;

/** Everything is read anew so often, whatever was told: a word that was lost must not be missed for good, ms. */
const ANEW_MS = 6 * 60 * 60_000;

/** One series and how up to date it is. Reads are made one at a time; what is marked during one stays due. ADR 0012. */
export class KeptSeries {
  readonly series: ClosedSeries;
  /** When it was last asked for, monotonic ms. */
  askedAt: number;
  readonly #reader: MarketReader;
  readonly #clock: Clock;
  #loaded = false;
  #dirtyFrom: number | null = null;
  readonly #reading = new SingleFlight<SeriesChange | null>();
  #lookAgainAt = 0;
  #lookMs = FIRST_LOOK_MS;
  #anewAt = 0;

  constructor(coinId: string, interval: Interval, reader: MarketReader, clock: Clock) {
    this.series = new ClosedSeries(coinId, interval);
    this.#reader = reader;
    this.#clock = clock;
    this.askedAt = clock.monotonic();
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Bars that open at `from`, epoch ms, or later are not what they were: they are due in `settleMs`, or earlier if they were. */
  mark(from: number, settleMs = 0): void {
    const due = this.#clock.monotonic() + settleMs;
    this.#lookAgainAt = this.#dirtyFrom === null ? due : Math.min(due, this.#lookAgainAt);
    this.#lookMs = FIRST_LOOK_MS;
    this.#put(from);
  }

  /** Something is to be read: it was marked, or a bar should have closed by now. */
  get due(): boolean {
    const now = this.#clock.monotonic();
    if (!this.#loaded || now < this.#lookAgainAt) return false;
    return this.#dirtyFrom !== null || this.#isBehind() || now >= this.#anewAt;
  }

  /**
   * Reads what may have changed, everything at first. Null: nothing had.
   * @throws TidemarkError as MarketReader does; what was to be read stays to be read
   */
  refresh(): Promise<SeriesChange | null> {
    return this.#reading.run(() => this.#read());
  }

  async #read(): Promise<SeriesChange | null> {
    const { series } = this;
    const anew = this.#clock.monotonic() >= this.#anewAt || series.newest === null;
    const from = series.newest === null || anew ? 0 : this.#readFrom(series.newest);
    this.#dirtyFrom = null;
    this.#lookLater();
    try {
      const change = series.take(from, await (anew ? this.#readAll() : this.#readSince(from)));
      this.#loaded = true;
      // Not all series at the same moment.
      if (anew) this.#anewAt = this.#clock.monotonic() + ANEW_MS * (0.5 + Math.random());
      if (change !== null) this.#lookMs = FIRST_LOOK_MS;
      return change;
    } catch (error) {
      this.#put(from);
      throw error;
    }
  }

  /** From the oldest bar that was marked, else from the one that comes next, epoch ms. */
  #readFrom(newest: number): number {
    const next = newest + INTERVAL_MS[this.series.interval];
    const marked = Math.min(this.#dirtyFrom ?? next, next);
    return Math.max(anchorOf(newest, this.series.interval), marked);
  }

  #readSince(from: number): Promise<ClosedBar[]> {
    return this.#reader.bars(this.series.coinId, this.series.interval, from);
  }

  #readAll(): Promise<ClosedBar[]> {
    const { coinId, interval } = this.series;
    return this.#reader.barsSince(coinId, interval, (newest) => anchorOf(newest, interval));
  }

  #put(from: number): void {
    this.#dirtyFrom = Math.min(from, this.#dirtyFrom ?? from);
  }

  #lookLater(): void {
    this.#lookAgainAt = this.#clock.monotonic() + this.#lookMs;
    this.#lookMs = Math.min(this.#lookMs * 2, LAST_LOOK_MS);
  }

  #isBehind(): boolean {
    const { newest, interval } = this.series;
    return newest === null || newest + 2 * INTERVAL_MS[interval] <= this.#clock.now();
  }
}
