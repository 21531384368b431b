import { type IndicatorKind, bars, type Period, ofClose } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { MomentsWindow } from '../windows/moments-window.ts';

/**
 * Population deviation of the last n inputs around their mean (divided by n), in their unit. Exactly 0 when they are equal.
 *
 * Warm after n inputs. A hole is skipped: the window is of n inputs that exist.
 */
export class StdDev implements Streaming<number, number> {
  readonly #window: MomentsWindow;

  constructor(period: number) {
    this.#window = new MomentsWindow(period);
  }

  next(input: number | null): number | null {
    if (input === null) return null;
    this.#window.push(input);
    return this.#window.deviation;
  }
}

export const stddev: IndicatorKind = {
  name: 'stddev',
  title: 'Standard deviation (population)',
  formula: 'stddev-population',
  parameters: [bars('period', 20, 2)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(new StdDev(period)),
};
