import { type IndicatorKind, bars, type Period, ofClose, percent } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { wilders } from './averages.ts';

/**
 * Relative strength index, 0..100: `100 G / (G + L)`, where G and L are Wilder's smoothed averages of the gains and of the losses
 * from each input to the next. J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * Warm after n + 1 inputs: the first averages are of n changes. A hole is skipped: the next change is from the last input
 * that exists. Losses of exactly 0 with some gain: 100. Neither gain nor loss: null, for there is no strength to compare.
 */
export class Rsi implements Streaming<number, number> {
  readonly #gains: Streaming<number, number>;
  readonly #losses: Streaming<number, number>;
  #previous: number | null = null;

  constructor(period: number) {
    this.#gains = wilders(period);
    this.#losses = wilders(period);
  }

  next(input: number | null): number | null {
    if (input === null) return null;
    const change = this.#previous === null ? null : input - this.#previous;
    this.#previous = input;
    if (change === null) return null;
    const gain = this.#gains.next(Math.max(change, 0));
    const loss = this.#losses.next(Math.max(-change, 0));
    if (gain === null || loss === null || gain + loss === 0) return null;
    return percent(gain, gain + loss);
  }
}

export const rsi: IndicatorKind = {
  name: 'rsi',
  title: 'Relative strength index (Wilder)',
  formula: 'rsi-wilder',
  parameters: [bars('period', 14, 2)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period + 1,
  create: ([period]: Period) => ofClose(new Rsi(period)),
};
