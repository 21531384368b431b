import type { Streaming } from '@tidemark/indicators/streaming';
import { MomentsWindow } from '@tidemark/indicators/windows/moments-window';
import { RollingReturn } from './rolling-return.ts';
import type { Point } from './series.ts';
import { volatilityAround, type Volatility } from './volatility.ts';
import { periodsPerYear } from './growth.ts';

/** `volatility-population` of the last `period` prices that exist; null until they have come. */
export class RollingVolatility implements Streaming<number, Volatility> {
  readonly #window: MomentsWindow;

  /** @param period prices, 2 or more */
  constructor(period: number) {
    this.#window = new MomentsWindow(period);
  }

  next(price: number | null): Volatility | null {
    if (price === null) return null;
    this.#window.push(price);
    const { mean, deviation } = this.#window;
    return mean === null || deviation === null ? null : volatilityAround(mean, deviation);
  }
}

/**
 * `realized-volatility` over the last `period` log returns, as a fraction a year; null until they have come. A bar after a
 * hole brings no return, and is answered with the returns that there are.
 */
export class RollingRealizedVolatility implements Streaming<Point, number> {
  readonly #returns: RollingReturn;
  readonly #window: MomentsWindow;
  /** From a bar's population deviation to a year's of the sample. */
  readonly #factor: number;

  /** @param period returns, 2 or more */
  constructor(period: number, intervalMs: number) {
    this.#returns = new RollingReturn('log', intervalMs);
    this.#window = new MomentsWindow(period);
    this.#factor = Math.sqrt((periodsPerYear(intervalMs) * period) / (period - 1));
  }

  next(bar: Point | null): number | null {
    if (bar === null) return null;
    const value = this.#returns.next(bar);
    if (value !== null) this.#window.push(value);
    const { deviation } = this.#window;
    return deviation === null ? null : deviation * this.#factor;
  }
}
