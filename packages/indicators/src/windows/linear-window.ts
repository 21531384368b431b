import { Block } from './block.ts';

/**
 * The mean of the last `size` numbers, weighted 1 for the oldest to `size` for the newest; O(1) a number on average (see
 * `Block`). Like `MomentsWindow`, sums are kept relative to a number that is in them.
 */
export class LinearWindow {
  readonly #block: Block;
  readonly #values: Float64Array;
  /** By index in the block before: the sum from there to its end, weighted from 1, relative to its anchor. */
  readonly #carried: Float64Array;
  #carriedAnchor = 0;
  #anchor = 0;
  #sum = 0;
  #weighted = 0;

  constructor(size: number) {
    this.#block = new Block(size);
    this.#values = new Float64Array(size);
    this.#carried = new Float64Array(size);
  }

  push(value: number): void {
    if (this.#block.full) this.#carry();
    const at = this.#block.filled++;
    this.#values[at] = value;
    if (at === 0) this.#begin(value);
    const offset = value - this.#anchor;
    this.#sum += offset;
    this.#weighted += (at + 1) * offset;
  }

  /** Null before `size` numbers have come. */
  get mean(): number | null {
    if (!this.#block.warm) return null;
    const { size, carried } = this.#block;
    // What is carried is older: it pushes every weight of the present block up by its count.
    let total = this.#weighted + carried * this.#sum;
    if (carried > 0) {
      total += this.#carried[this.#block.filled] as number;
      total += (this.#carriedAnchor - this.#anchor) * triangle(carried);
    }
    return this.#anchor + total / triangle(size);
  }

  #begin(anchor: number): void {
    this.#anchor = anchor;
    this.#sum = 0;
    this.#weighted = 0;
  }

  #carry(): void {
    const last = this.#block.size - 1;
    const anchor = this.#values[last] as number;
    let sum = 0;
    let weighted = 0;
    for (let at = last; at >= 0; at--) {
      sum += (this.#values[at] as number) - anchor;
      // An older number in front takes weight 1 and pushes those behind it up by one.
      weighted += sum;
      this.#carried[at] = weighted;
    }
    this.#carriedAnchor = anchor;
    this.#block.turn();
  }
}

/** 1 + 2 + … + n. */
function triangle(n: number): number {
  return (n * (n + 1)) / 2;
}
