import type { Bar } from '../bar.ts';
import { type IndicatorKind, bars, type Period, ofBar } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { Delay } from '../windows/delay.ts';
import { Adx } from './adx.ts';

/**
 * Average directional index rating, 0..100: the mean of the ADX of this bar and of n - 1 bars ago, the first and the last of n.
 * J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * Warm after 3n - 1 bars. A hole is skipped.
 */
export class Adxr implements Streaming<Bar, number> {
  readonly #adx: Adx;
  readonly #delay: Delay;

  constructor(period: number) {
    this.#adx = new Adx(period);
    this.#delay = new Delay(period - 1);
  }

  next(bar: Bar | null): number | null {
    const adx = this.#adx.next(bar)?.[0] ?? null;
    if (adx === null) return null;
    const before = this.#delay.swap(adx);
    return before === null ? null : (adx + before) / 2;
  }
}

export const adxr: IndicatorKind = {
  name: 'adxr',
  title: 'Average directional index rating (Wilder)',
  formula: 'adxr-wilder',
  parameters: [bars('period', 14, 2)],
  outputs: ['value'],
  warmUp: ([period]: Period) => 3 * period - 1,
  create: ([period]: Period) => ofBar(new Adxr(period)),
};
