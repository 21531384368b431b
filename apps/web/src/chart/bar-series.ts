import { barWithPrice, mergeBars, type Bar } from './bars.ts';

/** The bars of one coin at one interval, as they come in from three sides. */
export class BarSeries {
  readonly #intervalMs: number;
  #bars: Bar[] = [];

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  get bars(): readonly Bar[] {
    return this.#bars;
  }

  /** Takes bars of any age. */
  merge(fresh: readonly Bar[]): void {
    this.#bars = mergeBars(this.#bars, fresh);
  }

  /** Takes the newest bars and gives back those that changed, oldest first. */
  patch(newest: readonly Bar[]): Bar[] {
    const recent = new Map(this.#bars.slice(-newest.length - 1).map((bar) => [bar.time, bar]));
    const changed = newest.filter((bar) => !isSame(bar, recent.get(bar.time)));
    if (changed.length > 0) this.merge(changed);
    return changed;
  }

  /** Moves the last bar by a price, or opens the next; null when the price is too old. */
  tick(price: number, at: number): Bar | null {
    const last = this.#bars.at(-1);
    const bar = barWithPrice(last, price, at, this.#intervalMs);
    if (bar === null) return null;
    if (bar.time === last?.time) this.#bars[this.#bars.length - 1] = bar;
    else this.#bars.push(bar);
    return bar;
  }
}

function isSame(a: Bar, b: Bar | undefined): boolean {
  return (
    b !== undefined &&
    a.open === b.open &&
    a.high === b.high &&
    a.low === b.low &&
    a.close === b.close &&
    a.volume === b.volume
  );
}
