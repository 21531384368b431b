/** Gives back each number `steps` later. */
export class Delay {
  readonly #ring: Float64Array;
  #count = 0;

  constructor(steps: number) {
    this.#ring = new Float64Array(steps);
  }

  /** Takes a number and answers with the one `steps` before it; null where there was none. */
  swap(value: number): number | null {
    const at = this.#count % this.#ring.length;
    const before = this.#count < this.#ring.length ? null : (this.#ring[at] as number);
    this.#ring[at] = value;
    this.#count++;
    return before;
  }
}
