import { type IndicatorKind, bars, type Period, ofClose } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { ExtremeWindow, type Side } from '../windows/extreme-window.ts';

/**
 * The highest or lowest of the last n inputs, this one among them, in their unit.
 *
 * Warm after n inputs. A hole is skipped: the window is of n inputs that exist.
 */
export class Extreme implements Streaming<number, number> {
  readonly #window: ExtremeWindow;

  constructor(period: number, side: Side) {
    this.#window = new ExtremeWindow(period, side);
  }

  next(input: number | null): number | null {
    if (input === null) return null;
    this.#window.push(input);
    return this.#window.value;
  }
}

export const highest: IndicatorKind = {
  name: 'highest',
  title: 'Highest close',
  formula: 'highest-close',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(new Extreme(period, 'highest')),
};

export const lowest: IndicatorKind = {
  name: 'lowest',
  title: 'Lowest close',
  formula: 'lowest-close',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(new Extreme(period, 'lowest')),
};
