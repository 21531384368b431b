import type { Bar } from '../bar.ts';
import { type IndicatorKind, bars, type Period, ofBar } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { Rma } from './rma.ts';
import { TrueRange } from './true-range.ts';

/**
 * Average true range, in the unit of the price: Wilder's smoothed average of the true range, beginning with the mean of the first n,
 * of which the very first is high - low. J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * Warm after n bars. A hole is skipped.
 */
export class Atr implements Streaming<Bar, number> {
  readonly #range = new TrueRange();
  readonly #average: Rma;

  constructor(period: number) {
    this.#average = new Rma(period);
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
