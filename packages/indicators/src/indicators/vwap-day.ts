import type { Bar } from '../bar.ts';
import { type IndicatorKind, ofBar } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { WeightedMean } from '../windows/weighted-mean.ts';
import { typicalPrice } from './typical-price.ts';

const DAY = 86_400_000;

/**
 * Volume-weighted average price since the UTC day began, in the unit of the price: that of `Vwap` over the bars of the day so far.
 *
 * Warm with the first bar; what a first day that is begun in its middle says is of the bars that came. A hole is skipped. No
 * volume yet that day: null.
 */
export class VwapDay implements Streaming<Bar, number> {
  readonly #mean = new WeightedMean();
  #day: number | null = null;

  next(bar: Bar | null): number | null {
    if (bar === null) return null;
    const day = Math.floor(bar.time / DAY);
    if (day !== this.#day) this.#mean.clear();
    this.#day = day;
    this.#mean.add(typicalPrice(bar), bar.volume);
    return this.#mean.mean;
  }
}

export const vwapDay: IndicatorKind = {
  name: 'vwap_day',
  title: 'Volume-weighted average price of the UTC day',
  formula: 'vwap-utc-day',
  parameters: [],
  outputs: ['value'],
  warmUp: () => 1,
  create: () => ofBar(new VwapDay()),
};
