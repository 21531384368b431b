import type { Bar } from '../bar.ts';
import { type IndicatorKind, type Readings, bars } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { exponential } from './averages.ts';

/** Periods of the fast and the slow average and of the signal, bars. */
type Periods = readonly [fast: number, slow: number, signal: number];

/**
 * Moving average convergence and divergence, in the unit of the price: `macd = EMA(fast) - EMA(slow)`, `signal = EMA of macd`,
 * `histogram = macd - signal`. Gerald Appel, The Moving Average Convergence-Divergence Trading Method (1979). Each of the three
 * averages begins with the simple average of its own first inputs.
 *
 * `macd` is warm after the slow period, the rest after slow + signal - 1 bars. A hole is skipped.
 */
export class Macd implements Streaming<Bar, Readings> {
  readonly #fast: Streaming<number, number>;
  readonly #slow: Streaming<number, number>;
  readonly #signal: Streaming<number, number>;

  constructor(fast: number, slow: number, signal: number) {
    this.#fast = exponential(fast);
    this.#slow = exponential(slow);
    this.#signal = exponential(signal);
  }

  next(bar: Bar | null): Readings | null {
    if (bar === null) return null;
    const fast = this.#fast.next(bar.close);
    const slow = this.#slow.next(bar.close);
    if (fast === null || slow === null) return [null, null, null];
    const macd = fast - slow;
    const signal = this.#signal.next(macd);
    return [macd, signal, signal === null ? null : macd - signal];
  }
}

export const macd: IndicatorKind = {
  name: 'macd',
  title: 'Moving average convergence and divergence',
  formula: 'macd-sma-seeded',
  parameters: [bars('fast', 12), bars('slow', 26), bars('signal', 9)],
  outputs: ['macd', 'signal', 'histogram'],
  warmUp: ([fast, slow, signal]: Periods) => Math.max(fast, slow) + signal - 1,
  create: (periods: Periods) => new Macd(...periods),
};
