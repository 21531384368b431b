import type { Bar } from '../bar.ts';
import type { IndicatorKind, Readings } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { MomentsWindow } from '../windows/moments-window.ts';
import { bars } from './parameter.ts';

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
    // Not (close - lower) / (upper - lower), which loses the digits that upper and lower share.
    const percentB = half === 0 ? null : (bar.close - mean + half) / (2 * half);
    const bandwidth = mean === 0 ? null : (200 * half) / mean;
    return [mean, mean + half, mean - half, bandwidth, percentB];
  }
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
