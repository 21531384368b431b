import { INTERVAL_MS, type Interval } from '@tidemark/contracts/candle';
import { BarColumns, COLUMNS, lackOf, type ClosedBar } from '../market/bar-columns.ts';

/** What became of a series: bars came to its end, or it is another one. */
export type SeriesChange = 'appended' | 'rewritten';

/**
 * The closed bars of one coin at one interval, consolidated, from the anchor on. Its content follows from the stored
 * candles and the newest of them, not from how it came in.
 */
export class ClosedSeries {
  readonly coinId: string;
  readonly interval: Interval;
  #bars = new BarColumns();
  #fingerprint = new Fingerprint();

  constructor(coinId: string, interval: Interval) {
    this.coinId = coinId;
    this.interval = interval;
  }

  get bars(): BarColumns {
    return this.#bars;
  }

  /** Open of the newest closed bar, epoch ms; null: there is none. */
  get newest(): number | null {
    return this.#bars.length === 0 ? null : this.#bars.at(this.#bars.length - 1).time;
  }

  /** The same for the same bars, whichever process has them. */
  get fingerprint(): string {
    return this.#fingerprint.text;
  }

  /**
   * Takes every bar that opens at `from` (epoch ms) or later, oldest first, as it is known now. Null: nothing changed.
   */
  take(from: number, bars: readonly ClosedBar[]): SeriesChange | null {
    const had = this.#bars.from(this.#bars.indexAt(from));
    const same = [...had].every((bar, i) => isSame(bar, bars[i]));
    return same ? this.#append(bars.slice(had.length)) : this.#rewrite(from, bars);
  }

  /** Bars that should lie between the bar at an index and the newest, and do not exist. */
  missingFrom(index: number): number {
    const { length } = this.#bars;
    if (index >= length) return 0;
    const span = this.#bars.at(length - 1).time - this.#bars.at(index).time;
    return Math.round(span / INTERVAL_MS[this.interval]) + 1 - (length - index);
  }

  #append(bars: readonly ClosedBar[]): SeriesChange | null {
    const last = bars.at(-1);
    if (!last) return null;
    const { newest } = this;
    for (const bar of bars) {
      this.#bars.push(bar);
      this.#fingerprint.add(bar);
    }
    if (newest === null) return this.#trim(last.time);
    const stays = anchorOf(newest, this.interval) === anchorOf(last.time, this.interval);
    return stays ? 'appended' : this.#trim(last.time);
  }

  #rewrite(from: number, bars: readonly ClosedBar[]): SeriesChange {
    const kept = [...this.#bars].slice(0, this.#bars.indexAt(from));
    this.#bars = BarColumns.of([...kept, ...bars]);
    return this.#trim(this.newest ?? 0);
  }

  #trim(newest: number): SeriesChange {
    const anchor = anchorOf(newest, this.interval);
    this.#bars = this.#bars.from(this.#bars.indexAt(anchor));
    this.#fingerprint = new Fingerprint();
    for (const bar of this.#bars) this.#fingerprint.add(bar);
    return 'rewritten';
  }
}

function isSame(a: ClosedBar, b: ClosedBar | undefined): boolean {
  if (b === undefined) return false;
  return COLUMNS.every((name) => a[name] === b[name]) && lackOf(a) === lackOf(b);
}

/** Bars of a block: a fold begins at least so many bars back, where history reaches that far. */
export const BLOCK_BARS = 4_096;

/**
 * Where the fold of a series begins whose newest closed bar opens at `newest`, epoch ms: at the beginning of the block
 * before its own, so between 4,096 and 8,192 bars back. It follows from the time alone, so that a value does not depend
 * on when a process was started, and the work for it does not grow with what is stored.
 */
export function anchorOf(newest: number, interval: Interval): number {
  const block = BLOCK_BARS * INTERVAL_MS[interval];
  return Math.max(0, (Math.floor(newest / block) - 1) * block);
}

const PRIME = 0x01000193;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/**
 * Two lanes of FNV-1a over the bars of a series, in order: equal bars have the same fingerprint in every process, and one
 * that was mended has another. It tells whether an answer was made of the bars that are known now; it proves nothing
 * against somebody who wants two series to look alike.
 */
class Fingerprint {
  #a = 0x811c9dc5;
  #b = 0x050c5d1f;

  add(bar: ClosedBar): void {
    for (const name of COLUMNS) this.#mix(bar[name]);
    this.#mix(lackOf(bar));
  }

  get text(): string {
    return lane(this.#a) + lane(this.#b);
  }

  #mix(value: number): void {
    double[0] = value;
    this.#a = Math.imul(this.#a ^ (words[0] ?? 0), PRIME);
    this.#a = Math.imul(this.#a ^ (this.#a >>> 15) ^ (words[1] ?? 0), PRIME);
    this.#b = Math.imul(this.#b ^ (words[1] ?? 0), PRIME);
    this.#b = Math.imul(this.#b ^ (this.#b >>> 13) ^ (words[0] ?? 0), PRIME);
  }
}

function lane(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
