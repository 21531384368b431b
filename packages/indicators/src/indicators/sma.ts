import { type IndicatorKind, bars, type Period, ofClose } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { MomentsWindow } from '../windows/moments-window.ts';

/**
 * Simple moving average: the mean of the last n inputs, in their unit.
 *
 * Warm after n inputs. A hole is skipped: the window is of n inputs that exist.
 */
export class Sma implements Streaming<number, number> {
  readonly #window: MomentsWindow;

  constructor(period: number) {
    this.#window = new MomentsWindow(period);
  }

  next(input: number | null): number | null {
    if (input === null) return null;
    this.#window.push(input);
    return this.#window.mean;
  }
}

export const sma: IndicatorKind = {
  name: 'sma',
  title: 'Simple moving average',
  formula: 'sma',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(new Sma(period)),
};
