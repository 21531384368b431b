import PQueue from 'p-queue';

/** Work that goes on after its request was answered, of which there is never more than a bound. */
export class Errands {
  readonly #limit: number;
  readonly #queue: PQueue;
  #dropped = 0;

  /** @param atOnce how much of it is done at the same time */
  constructor(limit: number, atOnce = Infinity) {
    this.#limit = limit;
    this.#queue = new PQueue({ concurrency: atOnce });
  }

  /** How many are not done. */
  get size(): number {
    return this.#queue.size + this.#queue.pending;
  }

  /** How many were not taken, since the start. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Takes on work, which must not reject. False: too much waits already. */
  add(work: () => Promise<void>): boolean {
    if (this.size >= this.#limit) {
      this.#dropped += 1;
      return false;
    }
    void this.#queue.add(work);
    return true;
  }

  /** Resolves once nothing is left, also of what is taken on meanwhile. */
  settled(): Promise<void> {
    return this.#queue.onIdle();
  }
}
