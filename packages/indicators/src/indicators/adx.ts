import type { Bar } from '../bar.ts';
import {
  type IndicatorKind,
  type Readings,
  bars,
  type Period,
  ofBar,
  percent,
} from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';
import { wilders } from './averages.ts';
import { TrueRange } from './atr.ts';
import { Delay } from '../windows/delay.ts';

const COLD: Readings = [null, null, null];

/**
 * Average directional index and the two directional indicators, 0..100. Of each bar after the first: `+DM` is how far the high rose and
 * `-DM` how far the low fell, the larger of the two alone (equal, or not above 0: both 0). `plus_di, minus_di = 100 × smoothed
 * DM / smoothed true range`, `DX = 100 |plus_di - minus_di| / (plus_di + minus_di)`, `adx` = smoothed DX; smoothed is Wilder's,
 * beginning with the mean of the first n. J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * The indicators are warm after n + 1 bars, `adx` after 2n. A hole is skipped. No range at all: the indicators are 0. No
 * direction: DX is 0. Both say that there is no trend.
 */
export class Adx implements Streaming<Bar, Readings> {
  readonly #trueRange = new TrueRange();
  readonly #range: Streaming<number, number>;
  readonly #plus: Streaming<number, number>;
  readonly #minus: Streaming<number, number>;
  readonly #average: Streaming<number, number>;
  #previous: Bar | null = null;

  constructor(period: number) {
    this.#range = wilders(period);
    this.#plus = wilders(period);
    this.#minus = wilders(period);
    this.#average = wilders(period);
  }

  next(bar: Bar | null): Readings | null {
    if (bar === null) return null;
    const previous = this.#previous;
    const trueRange = this.#trueRange.next(bar);
    this.#previous = bar;
    if (previous === null) return COLD;
    const rise = bar.high - previous.high;
    const fall = previous.low - bar.low;
    const range = this.#range.next(trueRange);
    const plus = this.#plus.next(rise > fall && rise > 0 ? rise : 0);
    const minus = this.#minus.next(fall > rise && fall > 0 ? fall : 0);
    if (range === null || plus === null || minus === null) return COLD;
    return [
      this.#average.next(share(Math.abs(plus - minus), plus + minus)),
      share(plus, range),
      share(minus, range),
    ];
  }
}

/** In percent; 0 of nothing. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : percent(part, whole);
}

export const adx: IndicatorKind = {
  name: 'adx',
  title: 'Average directional index (Wilder)',
  formula: 'adx-wilder',
  parameters: [bars('period', 14, 2)],
  outputs: ['adx', 'plus_di', 'minus_di'],
  warmUp: ([period]: Period) => 2 * period,
  create: ([period]: Period) => new Adx(period),
};

/**
 * Average directional index rating, 0..100: the mean of the ADX of this bar and of n - 1 bars ago, the first and the last of n.
 * J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
 *
 * Warm after 3n - 1 bars. A hole is skipped.
 */
export class Adxr implements Streaming<Bar, number> {
  readonly #adx: Adx;
  readonly #delay: Delay;

  constructor(period: number) {
    this.#adx = new Adx(period);
    this.#delay = new Delay(period - 1);
  }

  next(bar: Bar | null): number | null {
    const adx = this.#adx.next(bar)?.[0] ?? null;
    if (adx === null) return null;
    const before = this.#delay.swap(adx);
    return before === null ? null : (adx + before) / 2;
  }
}

export const adxr: IndicatorKind = {
  name: 'adxr',
  title: 'Average directional index rating (Wilder)',
  formula: 'adxr-wilder',
  parameters: [bars('period', 14, 2)],
  outputs: ['value'],
  warmUp: ([period]: Period) => 3 * period - 1,
  create: ([period]: Period) => ofBar(new Adxr(period)),
};
