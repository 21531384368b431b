import type { Bar } from '../bar.ts';
import { type IndicatorKind, bars, type Period, ofBar } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { wilders } from './averages.ts';

/**
 * Average true range, in the unit of the price: Wilder's smoothed average of the true range, beginning with the mean of the first n,
 * of which the very first is high - low. J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * Warm after n bars. A hole is skipped.
 */
export class Atr implements Streaming<Bar, number> {
  readonly #range = new TrueRange();
  readonly #average: Streaming<number, number>;

  constructor(period: number) {
    this.#average = wilders(period);
  }

  next(bar: Bar | null): number | null {
    return this.#average.next(this.#range.next(bar));
  }
}

export const atr: IndicatorKind = {
  name: 'atr',
  title: 'Average true range (Wilder)',
  formula: 'atr-wilder',
  parameters: [bars('period', 14)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofBar(new Atr(period)),
};

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
