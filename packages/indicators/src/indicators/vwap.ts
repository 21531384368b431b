import type { Bar } from '../bar.ts';
import { type IndicatorKind, bars, type Period, ofBar } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { WeightedWindow } from '../windows/weighted-window.ts';
import { typicalPrice } from './typical-price.ts';

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
