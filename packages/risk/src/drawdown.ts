import type { Streaming } from '@tidemark/indicators/streaming';
import type { Point, Series } from './series.ts';
import { pointAt } from './series.ts';

/** The deepest fall from a peak so far. */
export interface Fall {
  /** Fraction of the peak: 0.3 is 30 % down. */
  readonly depth: number;
  readonly peakTime: number;
  readonly troughTime: number;
  /** When the peak was reached again; null: not yet. */
  readonly recoveryTime: number | null;
}

export interface DrawdownReading {
  /** How far below its highest value the last one lies, as a fraction of it: 0 to 1. */
  readonly current: number;
  /** When that highest value was reached first. */
  readonly peakTime: number;
  /** `max-drawdown`; null while the series has never fallen. Of equal ones the first. */
  readonly deepest: Fall | null;
}

/**
 * `max-drawdown`: the largest (peak − value) / peak, of prices or of equity, with a state of constant size. A value that is
 * negative or no number is taken as missing. What happened within a bar or in a hole is not seen.
 */
export class Drawdown implements Streaming<Point, DrawdownReading> {
  #peak: Point | null = null;
  #deepest: Fall | null = null;
  /** Value to be reached for the deepest fall to have ended. */
  #recovery = 0;

  next(point: Point | null): DrawdownReading | null {
    if (point === null || !(point.value >= 0)) return null;
    if (this.#peak === null || point.value > this.#peak.value) this.#peak = point;
    const peak = this.#peak;
    const current = peak.value > 0 ? (peak.value - point.value) / peak.value : 0;
    if (current > (this.#deepest?.depth ?? 0)) this.#deepen(current, peak, point.time);
    else this.#recover(point);
    return { current, peakTime: peak.time, deepest: this.#deepest };
  }

  #deepen(depth: number, peak: Point, troughTime: number): void {
    this.#deepest = { depth, peakTime: peak.time, troughTime, recoveryTime: null };
    this.#recovery = peak.value;
  }

  #recover({ time, value }: Point): void {
    if (this.#deepest?.recoveryTime !== null || value < this.#recovery) return;
    this.#deepest = { ...this.#deepest, recoveryTime: time };
  }
}

/** The reading at the end of a series; null for an empty one. */
export function drawdownOf(series: Series): DrawdownReading | null {
  const drawdown = new Drawdown();
  let reading: DrawdownReading | null = null;
  for (let i = 0; i < series.times.length; i += 1) {
    reading = drawdown.next(pointAt(series, i)) ?? reading;
  }
  return reading;
}
