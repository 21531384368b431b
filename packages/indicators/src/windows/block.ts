/**
 * How a window of fixed size is kept without ever subtracting. Values are filled into blocks of the window's size. At any
 * moment the window is the end of the block before (its aggregate was made, from the last value backwards, when that
 * block was full) and the beginning of the present one (its aggregate grows with each value). What leaves is in neither,
 * so that it leaves nothing behind, and the work is two merges a value, after van Herk (1992) and Gil and Werman (1993),
 * who did it for minima.
 *
 * This is the position in the present block; the windows beside it hold the aggregates.
 */
export class Block {
  readonly size: number;
  /** Values in the present block, 0..size; also where the next one goes. */
  filled = 0;
  /** Whether a full block came before, so that the window is full whatever `filled` is. */
  #older = false;

  constructor(size: number) {
    this.size = size;
  }

  /** Whether the present block is full: its aggregates from the end are to be made, and `turn` called. */
  get full(): boolean {
    return this.filled === this.size;
  }

  /** Begins the next block. */
  turn(): void {
    this.filled = 0;
    this.#older = true;
  }

  /** How many values of the window are in the block before. */
  get carried(): number {
    return this.#older ? this.size - this.filled : 0;
  }

  /** Whether as many values have come as the window is long. */
  get warm(): boolean {
    return this.#older || this.filled === this.size;
  }
}
