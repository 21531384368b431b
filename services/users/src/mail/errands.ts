/** Work that goes on after its request was answered, of which there is never more than a bound. */
export class Errands {
  readonly #limit: number;
  readonly #running = new Set<Promise<void>>();
  #dropped = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How many are not done. */
  get size(): number {
    return this.#running.size;
  }

  /** How many were not taken, since the start. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Takes on work, which must not reject. False: too much waits already. */
  add(work: () => Promise<void>): boolean {
    if (this.#running.size >= this.#limit) {
      this.#dropped += 1;
      return false;
    }
    const running = work().finally(() => this.#running.delete(running));
    this.#running.add(running);
    return true;
  }

  /** Resolves once nothing is left, also of what is taken on meanwhile. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
