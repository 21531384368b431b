import { type IndicatorKind, bars, type Period, ofClose, percent } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { Delay } from '../windows/delay.ts';

/**
 * Rate of change, in percent: `100 (input - input n ago) / input n ago`.
 *
 * Warm after n + 1 inputs. A hole is skipped: n ago is n inputs that exist. An input of 0 n ago: null.
 */
export class Roc implements Streaming<number, number> {
  readonly #delay: Delay;

  constructor(period: number) {
    this.#delay = new Delay(period);
  }

  next(input: number | null): number | null {
    if (input === null) return null;
    const before = this.#delay.swap(input);
    return before === null || before === 0 ? null : percent(input - before, before);
  }
}

export const roc: IndicatorKind = {
  name: 'roc',
  title: 'Rate of change',
  formula: 'roc-percent',
  parameters: [bars('period', 10)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period + 1,
  create: ([period]: Period) => ofClose(new Roc(period)),
};
