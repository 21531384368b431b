import type { Streaming } from '../streaming.ts';

/**
 * Exponential smoothing that begins with the mean of the first n inputs:
 * `next = previous + factor * (input - previous)`. Old inputs fade, so rounding errors do, and a flat stretch keeps the
 * exact number once it is reached.
 *
 * Warm after n inputs. A hole is skipped: the state stays, however long it is.
 */
export class Smoothing implements Streaming<number, number> {
  readonly #period: number;
  readonly #factor: number;
  #count = 0;
  #value = 0;

  /** `factor`: share of a new input, above 0, at most 1. */
  constructor(period: number, factor: number) {
    this.#period = period;
    this.#factor = factor;
  }

  next(input: number | null): number | null {
    if (input === null) return null;
    const warming = this.#count < this.#period;
    // While warming, the running mean: equal inputs stay exactly what they are.
    const factor = warming ? 1 / ++this.#count : this.#factor;
    this.#value += factor * (input - this.#value);
    return this.#count < this.#period ? null : this.#value;
  }
}
