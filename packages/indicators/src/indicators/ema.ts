import { type IndicatorKind, bars, type Period, ofClose } from '../indicator-kind.ts';
import { Smoothing } from './smoothing.ts';

/**
 * Exponential moving average, in the unit of its inputs: `EMA = previous + K (input - previous)`, `K = 2 / (n + 1)`, beginning
 * with the simple average of the first n inputs.
 *
 * Warm after n inputs. A hole is skipped.
 */
export class Ema extends Smoothing {
  constructor(period: number) {
    super(period, 2 / (period + 1));
  }
}

export const ema: IndicatorKind = {
  name: 'ema',
  title: 'Exponential moving average',
  formula: 'ema-sma-seeded',
  parameters: [bars('period', 20)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(new Ema(period)),
};
