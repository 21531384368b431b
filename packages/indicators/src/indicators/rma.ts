import { type IndicatorKind, bars, type Period, ofClose } from '../indicator-kind.ts';
import { Smoothing } from './smoothing.ts';

/**
 * Wilder's smoothing (also RMA, SMMA), in the unit of its inputs: `RMA = previous + (input - previous) / n`, beginning with the
 * simple average of the first n inputs. J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * Warm after n inputs. A hole is skipped.
 */
export class Rma extends Smoothing {
  constructor(period: number) {
    super(period, 1 / period);
  }
}

export const rma: IndicatorKind = {
  name: 'rma',
  title: 'Wilder’s smoothed moving average',
  formula: 'rma-wilder',
  parameters: [bars('period', 14)],
  outputs: ['value'],
  warmUp: ([period]: Period) => period,
  create: ([period]: Period) => ofClose(new Rma(period)),
};
