import { bars, ofClose, overWindow, type IndicatorKind, type Period } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { LinearWindow } from '../windows/linear-window.ts';
import { MomentsWindow } from '../windows/moments-window.ts';

/**
 * Simple moving average: the mean of the last n inputs, in their unit.
 *
 * Warm after n inputs. A hole is skipped: the window is of n inputs that exist.
 */
export function simple(period: number): Streaming<number, number> {
  return overWindow(new MomentsWindow(period), ({ mean }) => mean);
}

export const sma: IndicatorKind = {
  name: 'sma',
  title: 'Simple moving average',
  formula: 'sma',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(simple(period)),
};

/**
 * Exponential moving average, in the unit of its inputs: `EMA = previous + K (input - previous)`, `K = 2 / (n + 1)`, beginning
 * with the simple average of the first n inputs.
 *
 * Warm after n inputs. A hole is skipped.
 */
export function exponential(period: number): Streaming<number, number> {
  return new Smoothing(period, 2 / (period + 1));
}

export const ema: IndicatorKind = {
  name: 'ema',
  title: 'Exponential moving average',
  formula: 'ema-sma-seeded',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(exponential(period)),
};

/**
 * Wilder's smoothing (also RMA, SMMA), in the unit of its inputs: `RMA = previous + (input - previous) / n`, beginning with the
 * simple average of the first n inputs. J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * Warm after n inputs. A hole is skipped.
 */
export function wilders(period: number): Streaming<number, number> {
  return new Smoothing(period, 1 / period);
}

export const rma: IndicatorKind = {
  name: 'rma',
  title: 'Wilder’s smoothed moving average',
  formula: 'rma-wilder',
  parameters: [bars('period', 14)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(wilders(period)),
};

/**
 * Linearly weighted moving average, in the unit of its inputs: `(1 x₁ + 2 x₂ + … + n xₙ) / (n (n + 1) / 2)`, xₙ the newest.
 * Perry Kaufman, Trading Systems and Methods (1978 and later).
 *
 * Warm after n inputs. A hole is skipped: the window is of n inputs that exist.
 */
export const wma: IndicatorKind = {
  name: 'wma',
  title: 'Linearly weighted moving average',
  formula: 'wma-linear',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(overWindow(new LinearWindow(period), ({ mean }) => mean)),
};

/**
 * Exponential smoothing that begins with the mean of the first n inputs:
 * `next = previous + factor * (input - previous)`. Old inputs fade, so rounding errors do, and a flat stretch keeps the
 * exact number once it is reached.
 *
 * Warm after n inputs. A hole is skipped: the state stays, however long it is.
 */
class Smoothing implements Streaming<number, number> {
  readonly #period: number;
  readonly #factor: number;
  #count = 0;
  #value = 0;

  /** `factor`: share of a new input, above 0, at most 1. */
  constructor(period: number, factor: number) {
    this.#period = period;
    this.#factor = factor;
  }

  next(input: number | null): number | null {
    if (input === null) return null;
    const warming = this.#count < this.#period;
    // While warming, the running mean: equal inputs stay exactly what they are.
    const factor = warming ? 1 / ++this.#count : this.#factor;
    this.#value += factor * (input - this.#value);
    return this.#count < this.#period ? null : this.#value;
  }
}
