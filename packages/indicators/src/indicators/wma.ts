import { type IndicatorKind, bars, type Period, ofClose } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { LinearWindow } from '../windows/linear-window.ts';

/**
 * Linearly weighted moving average, in the unit of its inputs: `(1 x₁ + 2 x₂ + … + n xₙ) / (n (n + 1) / 2)`, xₙ the newest.
 * Perry Kaufman, Trading Systems and Methods (1978 and later).
 *
 * Warm after n inputs. A hole is skipped: the window is of n inputs that exist.
 */
export class Wma implements Streaming<number, number> {
  readonly #window: LinearWindow;

  constructor(period: number) {
    this.#window = new LinearWindow(period);
  }

  next(input: number | null): number | null {
    if (input === null) return null;
    this.#window.push(input);
    return this.#window.mean;
  }
}

export const wma: IndicatorKind = {
  name: 'wma',
  title: 'Linearly weighted moving average',
  formula: 'wma-linear',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(new Wma(period)),
};
