import { Block } from './block.ts';

export type Side = 'highest' | 'lowest';

/** The highest or lowest of the last `size` numbers; three comparisons a number (see `Block`). */
export class ExtremeWindow {
  readonly #block: Block;
  readonly #highest: boolean;
  readonly #values: Float64Array;
  /** By index in the block before: the extreme from there to its end. */
  readonly #carried: Float64Array;
  #extreme = 0;

  constructor(size: number, side: Side) {
    this.#block = new Block(size);
    this.#highest = side === 'highest';
    this.#values = new Float64Array(size);
    this.#carried = new Float64Array(size);
  }

  push(value: number): void {
    if (this.#block.full) this.#carry();
    const at = this.#block.filled++;
    this.#values[at] = value;
    this.#extreme = at === 0 ? value : this.#pick(this.#extreme, value);
  }

  /** Null before `size` numbers have come. */
  get value(): number | null {
    if (!this.#block.warm) return null;
    if (this.#block.carried === 0) return this.#extreme;
    return this.#pick(this.#extreme, this.#carried[this.#block.filled] as number);
  }

  #pick(a: number, b: number): number {
    return a > b === this.#highest ? a : b;
  }

  #carry(): void {
    const last = this.#block.size - 1;
    let extreme = this.#values[last] as number;
    for (let at = last; at >= 0; at--) {
      extreme = this.#pick(extreme, this.#values[at] as number);
      this.#carried[at] = extreme;
    }
    this.#block.turn();
  }
}
