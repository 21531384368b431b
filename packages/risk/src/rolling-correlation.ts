import type { Streaming } from '@tidemark/indicators/streaming';
import { ComomentsWindow } from './comoments-window.ts';
import { coefficient, type CorrelationOf } from './correlation.ts';
import { isFlat } from './moments.ts';
import { RETURN_ROUNDING } from './returns.ts';
import { RollingReturn } from './rolling-return.ts';

/** Closes of two coins at one time. */
export interface PricePair {
  /** The bars' open, epoch ms. */
  readonly time: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Pearson's correlation of the last `period` pairs, of log returns or of prices; null until they have come and while one
 * side is flat. Null in where one of both bars does not exist; a pair after that brings no return, and is answered with
 * the pairs that there are.
 */
export class RollingCorrelation implements Streaming<PricePair, number> {
  readonly #window: ComomentsWindow;
  readonly #rounding: number;
  readonly #sides: readonly [RollingReturn, RollingReturn] | null;

  /** @param period pairs, 3 or more */
  constructor(period: number, intervalMs: number, of: CorrelationOf = 'returns') {
    this.#window = new ComomentsWindow(period);
    this.#rounding = of === 'returns' ? RETURN_ROUNDING : 0;
    const side = () => new RollingReturn('log', intervalMs);
    this.#sides = of === 'returns' ? [side(), side()] : null;
  }

  next(pair: PricePair | null): number | null {
    if (pair === null) return null;
    const [x, y] = this.#valuesOf(pair);
    if (x !== null && y !== null) this.#window.push(x, y);
    const sums = this.#window.comoments;
    if (!sums) return null;
    const { count, squaresX, squaresY, products } = sums;
    if (isFlat(Math.min(squaresX, squaresY), count, this.#rounding)) return null;
    return coefficient(products, squaresX, squaresY);
  }

  #valuesOf({ time, x, y }: PricePair): readonly [number | null, number | null] {
    if (!this.#sides) return [x, y];
    const [sideX, sideY] = this.#sides;
    return [sideX.next({ time, value: x }), sideY.next({ time, value: y })];
  }
}
