import { percent } from '@tidemark/indicators/indicator-kind';
import { mean, standardDeviation, type Values } from './moments.ts';
import { logReturns, RollingReturn } from './returns.ts';
import type { Series, Point } from './series.ts';
import { periodsPerYear } from './growth.ts';
import type { Streaming } from '@tidemark/indicators/streaming';
import { MomentsWindow } from '@tidemark/indicators/windows/moments-window';

/** How far prices lie from their average. */
export interface Volatility {
  /** Average price. */
  readonly sma: number;
  /** In price. */
  readonly volatility: number;
  /** In percent of the average. */
  readonly volatilityPct: number;
}

export interface RealizedVolatility {
  /** A year's, as a fraction: 0.65 is 65 %. */
  readonly annualized: number;
  /** Returns that it was computed from. */
  readonly samples: number;
  /** Returns that holes have cost. */
  readonly missing: number;
}

/**
 * `volatility-population`: sqrt(Σ(P_i − SMA)² / n) of the closes that exist. The deviation around their own average, so a
 * steady rise is volatile too; see {@link realizedVolatility}. Null below two prices, and for an average of 0, which has no
 * percent.
 */
export function volatility(prices: Values): Volatility | null {
  if (prices.length < 2) return null;
  const deviation = standardDeviation(prices, 'population');
  const sma = mean(prices);
  if (deviation === null || sma === 0) return null;
  return { sma, volatility: deviation, volatilityPct: percent(deviation, sma) };
}

/**
 * `realized-volatility`: the standard deviation of log returns × sqrt(bars in a year of 365 days). The sample's deviation
 * (n − 1), since the returns seen stand for those that were possible and their mean is estimated from them. Returns are of
 * neighbouring bars alone. Null below two returns.
 */
export function realizedVolatility(prices: Series, intervalMs: number): RealizedVolatility | null {
  const returns = logReturns(prices, intervalMs);
  const deviation = standardDeviation(returns.values, 'sample');
  if (deviation === null) return null;
  return {
    annualized: deviation * Math.sqrt(periodsPerYear(intervalMs)),
    samples: returns.values.length,
    missing: returns.missing,
  };
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
