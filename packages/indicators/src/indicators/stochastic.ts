import type { Bar } from '../bar.ts';
import { type IndicatorKind, type Readings, bars, percent } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { ExtremeWindow } from '../windows/extreme-window.ts';
import { simple } from './averages.ts';

/** Bars of the range, of the smoothing of %K, and of %D. */
type Periods = readonly [period: number, smoothing: number, signal: number];

/**
 * Stochastic oscillator, 0..100: `raw = 100 (close - lowest low) / (highest high - lowest low)` over n bars; `k` is the simple average of
 * the last `smoothing` raw values (1: the fast stochastic, 3: the slow one), `d` that of the last `signal` values of k. George
 * Lane, "Lane's Stochastics", Technical Analysis of Stocks & Commodities (1984).
 *
 * `k` is warm after n + smoothing - 1 bars, `d` after signal - 1 more. A hole is skipped. Where the range is 0 there is no raw value: k
 * and d are null for that bar, and their averages go on with the next raw value.
 */
export class Stochastic implements Streaming<Bar, Readings> {
  readonly #highest: ExtremeWindow;
  readonly #lowest: ExtremeWindow;
  readonly #k: Streaming<number, number>;
  readonly #d: Streaming<number, number>;

  constructor(period: number, smoothing: number, signal: number) {
    this.#highest = new ExtremeWindow(period, 'highest');
    this.#lowest = new ExtremeWindow(period, 'lowest');
    this.#k = simple(smoothing);
    this.#d = simple(signal);
  }

  next(bar: Bar | null): Readings | null {
    if (bar === null) return null;
    this.#highest.push(bar.high);
    this.#lowest.push(bar.low);
    const k = this.#k.next(this.#raw(bar.close));
    return [k, this.#d.next(k)];
  }

  #raw(close: number): number | null {
    const highest = this.#highest.value;
    const lowest = this.#lowest.value;
    if (highest === null || lowest === null || highest === lowest) return null;
    return percent(close - lowest, highest - lowest);
  }
}

export const stochastic: IndicatorKind = {
  name: 'stochastic',
  title: 'Stochastic oscillator (slow)',
  formula: 'stochastic-slow',
  parameters: [bars('period', 14), bars('smoothing', 3), bars('signal', 3)],
  outputs: ['k', 'd'],
  warmUp: ([period, smoothing, signal]: Periods) => period + smoothing + signal - 2,
  create: (periods: Periods) => new Stochastic(...periods),
};
