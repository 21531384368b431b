import type { Bar } from '../bar.ts';
import type { Streaming } from '../streaming.ts';

/**
 * True range, in the unit of the price: from the lower of this bar's low and the last close to the higher of this bar's high and
 * the last close. J. Welles Wilder, New Concepts in Technical Trading Systems (1978). The first bar has no close before
 * it: high - low. A hole is skipped: the last close is that of the last bar that exists.
 */
export class TrueRange implements Streaming<Bar, number> {
  #close: number | null = null;

  next(bar: Bar | null): number | null {
    if (bar === null) return null;
    const before = this.#close ?? bar.low;
    this.#close = bar.close;
    return Math.max(bar.high, before) - Math.min(bar.low, before);
  }
}
