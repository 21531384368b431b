import type { Bar } from '../bar.ts';
import { type IndicatorKind, bars, type Period, ofBar } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { WeightedWindow } from '../windows/weighted-window.ts';
import { WeightedMean } from '../windows/weighted-mean.ts';

/**
 * Volume-weighted average price of the last n bars, in the unit of the price: `Σ typical price × volume / Σ volume`, typical price =
 * (high + low + close) / 3. After Berkowitz, Logue and Noser, "The Total Cost of Transactions on the NYSE" (1988).
 *
 * Warm after n bars. A hole is skipped: the window is of n bars that exist. No volume in all n bars: null.
 */
export class Vwap implements Streaming<Bar, number> {
  readonly #window: WeightedWindow;

  constructor(period: number) {
    this.#window = new WeightedWindow(period);
  }

  next(bar: Bar | null): number | null {
    if (bar === null) return null;
    this.#window.push(typicalPrice(bar), bar.volume);
    return this.#window.mean;
  }
}

export const vwap: IndicatorKind = {
  name: 'vwap',
  title: 'Volume-weighted average price, rolling',
  formula: 'vwap-rolling',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofBar(new Vwap(period)),
};

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

/** The mean of high, low and close, in the unit of the price. */
export function typicalPrice({ high, low, close }: Bar): number {
  // From the low upwards, so that a bar without range has exactly its price.
  return low + (high - low + (close - low)) / 3;
}
