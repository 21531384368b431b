import type { Bar } from '../bar.ts';
import { type IndicatorKind, type Readings, bars, percent } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { MomentsWindow } from '../windows/moments-window.ts';

/** Bars, and how many deviations the bands are away from the middle. */
type Parameters = readonly [period: number, deviations: number];

const COLD: Readings = [null, null, null, null, null];

/**
 * Bollinger bands: `middle = SMA(n)`, `upper, lower = middle ± k deviations` with the population deviation (divided by n) of the same n
 * closes, in the unit of the price; `bandwidth = 100 (upper - lower) / middle`, in percent; `percent_b = (close - lower) /
 * (upper - lower)`, 0 on the lower band and 1 on the upper one. John Bollinger, Bollinger on Bollinger Bands (2001).
 *
 * Warm after n bars. A hole is skipped. All n closes equal: the bands lie on the middle and `percent_b` is null.
 */
export class Bollinger implements Streaming<Bar, Readings> {
  readonly #window: MomentsWindow;
  readonly #deviations: number;

  constructor(period: number, deviations: number) {
    this.#window = new MomentsWindow(period);
    this.#deviations = deviations;
  }

  next(bar: Bar | null): Readings | null {
    if (bar === null) return null;
    this.#window.push(bar.close);
    const { mean, deviation } = this.#window;
    if (mean === null || deviation === null) return COLD;
    const half = this.#deviations * deviation;
    const bandwidth = mean === 0 ? null : percent(2 * half, mean);
    return [mean, mean + half, mean - half, bandwidth, percentB(bar.close, mean, half)];
  }
}

/**
 * Not (close - lower) / (upper - lower), which loses the digits that upper and lower share. On a band as it is told, though,
 * the close has its value.
 */
function percentB(close: number, mean: number, half: number): number | null {
  if (half === 0) return null;
  const [upper, lower] = [mean + half, mean - half];
  if (upper > lower && close === upper) return 1;
  if (upper > lower && close === lower) return 0;
  return (close - mean + half) / (2 * half);
}

export const bollinger: IndicatorKind = {
  name: 'bollinger',
  title: 'Bollinger bands',
  formula: 'bollinger-population',
  parameters: [
    bars('period', 20, 2),
    { name: 'deviations', default: 2, min: 0.1, max: 10, integer: false },
  ],
  outputs: ['middle', 'upper', 'lower', 'bandwidth', 'percent_b'],
  warmUp: ([period]: Parameters) => period,
  create: (parameters: Parameters) => new Bollinger(...parameters),
};
