import { EXCHANGES, type Exchange } from '@tidemark/contracts/exchange';
import type { Bar } from '@tidemark/indicators/bar';

const SMALLEST = 64;

/** A closed bar with what is known of its completeness. */
export interface ClosedBar extends Bar {
  /** Trades of it are known to be missing. */
  readonly gap: boolean;
  /** Venues that it was made without. */
  readonly lacking: readonly Exchange[];
}

/** A byte of what a bar lacks: the lowest bit is its gap, the others are the venues in their order. */
export function lackOf({ gap, lacking }: Pick<ClosedBar, 'gap' | 'lacking'>): number {
  return lacking.reduce((lack, exchange) => lack | (2 << EXCHANGES.indexOf(exchange)), gap ? 1 : 0);
}

/** Names of the columns, in the order that a fingerprint takes them. */
export const COLUMNS = ['time', 'open', 'high', 'low', 'close', 'volume'] as const;
type Column = (typeof COLUMNS)[number];
/** Bars by column; all columns are of one length. */
export type Columns = Record<Column, Float64Array>;

/** Bars by column, oldest first: a tenth of the memory of as many objects, and nothing for the collector to visit. */
export class BarColumns {
  #length = 0;
  #columns = columnsBy(() => new Float64Array(SMALLEST));
  #lacks = new Uint8Array(SMALLEST);

  static of(bars: Iterable<ClosedBar>): BarColumns {
    const columns = new BarColumns();
    for (const bar of bars) columns.push(bar);
    return columns;
  }

  get length(): number {
    return this.#length;
  }

  push(bar: ClosedBar): void {
    if (this.#length === this.#lacks.length) this.#grow();
    for (const name of COLUMNS) this.#columns[name][this.#length] = bar[name];
    this.#lacks[this.#length] = lackOf(bar);
    this.#length++;
  }

  /** A view of one column, which later changes may show in or not: not to be kept. */
  column(name: Column): Float64Array {
    return this.#columns[name].subarray(0, this.#length);
  }

  /** Copies of all columns, which another thread may have. */
  copy(): Columns {
    return columnsBy((name) => this.column(name).slice());
  }

  /** @throws RangeError when there is no such bar */
  at(index: number): ClosedBar {
    if (index < 0 || index >= this.#length) throw new RangeError(`no bar ${index}`);
    return { ...barAt(this.#columns, index), ...lackFrom(this.#lacks[index] ?? 0) };
  }

  *[Symbol.iterator](): Generator<ClosedBar> {
    for (let i = 0; i < this.#length; i++) yield this.at(i);
  }

  /** Index of the first bar that opens at `time` or later; the length where there is none. */
  indexAt(time: number): number {
    const times = this.#columns.time;
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Bars with a gap, from an index on. */
  gapsFrom(index: number): number {
    return this.#count(index, 1);
  }

  /** How many bars were made without each venue, from an index on; none without any. */
  lackingFrom(index: number): { exchange: Exchange; bars: number }[] {
    return EXCHANGES.map((exchange, i) => ({ exchange, bars: this.#count(index, 2 << i) })).filter(
      ({ bars }) => bars > 0,
    );
  }

  /** The bars from an index on, on their own. */
  from(index: number): BarColumns {
    const rest = new BarColumns();
    for (let i = index; i < this.#length; i++) rest.push(this.at(i));
    return rest;
  }

  #count(index: number, bit: number): number {
    let count = 0;
    for (let i = index; i < this.#length; i++) if ((this.#lacks[i] ?? 0) & bit) count += 1;
    return count;
  }

  #grow(): void {
    const larger = columnsBy(() => new Float64Array(this.#length * 2));
    for (const name of COLUMNS) larger[name].set(this.#columns[name]);
    this.#columns = larger;
    const lacks = new Uint8Array(this.#length * 2);
    lacks.set(this.#lacks);
    this.#lacks = lacks;
  }
}

const WHOLE: readonly Exchange[] = [];

function lackFrom(lack: number): Pick<ClosedBar, 'gap' | 'lacking'> {
  const gap = (lack & 1) === 1;
  return { gap, lacking: lack < 2 ? WHOLE : EXCHANGES.filter((_, i) => lack & (2 << i)) };
}

/** One of the bars that there are. */
export function barAt({ time, open, high, low, close, volume }: Columns, index: number): Bar {
  return {
    time: time[index] ?? 0,
    open: open[index] ?? 0,
    high: high[index] ?? 0,
    low: low[index] ?? 0,
    close: close[index] ?? 0,
    volume: volume[index] ?? 0,
  };
}

function columnsBy(make: (name: Column) => Float64Array): Columns {
  return Object.fromEntries(COLUMNS.map((name) => [name, make(name)])) as Columns;
}
