import { Block } from './block.ts';

/**
 * Mean and population deviation of the last `size` numbers, O(1) a number on average. Two aggregates (see `Block`) are
 * joined by the rule of Chan, Golub and LeVeque ("Algorithms for Computing the Sample Variance", 1983). Each is kept
 * relative to an anchor, a number that is in it, so that a flat stretch has a deviation of exactly 0 and that number as its
 * mean, and small movements on a large price keep their digits. A number that has left has no influence on any bit.
 */
export class MomentsWindow {
  readonly #block: Block;
  readonly #values: Float64Array;
  /** By index in the block before: mean, relative to its anchor, from there to its end. */
  readonly #carriedMeans: Float64Array;
  /** Likewise the sum of squared deviations. */
  readonly #carriedSquares: Float64Array;
  #carriedAnchor = 0;
  #anchor = 0;
  #mean = 0;
  #squares = 0;

  constructor(size: number) {
    this.#block = new Block(size);
    this.#values = new Float64Array(size);
    this.#carriedMeans = new Float64Array(size);
    this.#carriedSquares = new Float64Array(size);
  }

  push(value: number): void {
    if (this.#block.full) this.#carry();
    const at = this.#block.filled++;
    this.#values[at] = value;
    if (at === 0) this.#begin(value);
    const offset = value - this.#anchor;
    const distance = offset - this.#mean;
    this.#mean += distance / (at + 1);
    this.#squares += distance * (offset - this.#mean);
  }

  /** Of the last `size` numbers; null before they have come. */
  get mean(): number | null {
    if (!this.#block.warm) return null;
    const carried = this.#block.carried;
    return this.#anchor + (this.#mean + (this.#distance() * carried) / this.#block.size);
  }

  /** Population deviation (divided by `size`, not by `size - 1`) of the last `size` numbers; null before they have come. */
  get deviation(): number | null {
    if (!this.#block.warm) return null;
    const { filled, carried, size } = this.#block;
    if (carried === 0) return Math.sqrt(this.#squares / size);
    const distance = this.#distance();
    const between = ((distance * distance * filled) / size) * carried;
    return Math.sqrt((this.#squares + (this.#carriedSquares[filled] as number) + between) / size);
  }

  /** How far the mean of what is carried lies above the mean of the present block. */
  #distance(): number {
    if (this.#block.carried === 0) return 0;
    const anchors = this.#carriedAnchor - this.#anchor;
    return anchors + (this.#carriedMeans[this.#block.filled] as number) - this.#mean;
  }

  #begin(anchor: number): void {
    this.#anchor = anchor;
    this.#mean = 0;
    this.#squares = 0;
  }

  #carry(): void {
    const last = this.#block.size - 1;
    const anchor = this.#values[last] as number;
    let mean = 0;
    let squares = 0;
    for (let at = last; at >= 0; at--) {
      const offset = (this.#values[at] as number) - anchor;
      const distance = offset - mean;
      mean += distance / (last - at + 1);
      squares += distance * (offset - mean);
      this.#carriedMeans[at] = mean;
      this.#carriedSquares[at] = squares;
    }
    this.#carriedAnchor = anchor;
    this.#block.turn();
  }
}
