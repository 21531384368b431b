import type { Bar } from '../bar.ts';
import { type IndicatorKind, ofBar } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';

/**
 * On-balance volume, in coins: begins with the first bar's volume; the volume of a bar that closes higher than the last one is added, of
 * one that closes lower taken off, and of one that closes equal left out. Joseph Granville, Granville's New Key to Stock Market Profits
 * (1963). Only its changes mean something: its level depends on where it began.
 *
 * Warm with the first bar. A hole is skipped: the next bar is compared with the last one that exists.
 */
export class Obv implements Streaming<Bar, number> {
  readonly #total = new RunningTotal();
  #close: number | null = null;

  next(bar: Bar | null): number | null {
    if (bar === null) return null;
    const side = this.#close === null ? 1 : Math.sign(bar.close - this.#close);
    if (side !== 0) this.#total.add(side * bar.volume);
    this.#close = bar.close;
    return this.#total.value;
  }
}

export const obv: IndicatorKind = {
  name: 'obv',
  title: 'On-balance volume',
  formula: 'obv-granville',
  parameters: [],
  outputs: ['value'],
  warmUp: () => 1,
  create: () => ofBar(new Obv()),
};

/**
 * A sum that keeps what each addition rounds away (Knuth's two-sum), so that millions of additions and subtractions end where
 * exact arithmetic does, to about 30 digits.
 */
export class RunningTotal {
  #total = 0;
  #lost = 0;

  add(value: number): void {
    const total = this.#total + value;
    const added = total - this.#total;
    this.#lost += this.#total - (total - added) + (value - added);
    this.#total = total;
  }

  get value(): number {
    return this.#total + this.#lost;
  }
}
