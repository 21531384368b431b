/** Work of which one runs at a time: whoever asks for it meanwhile shares what that comes to. */
export class SingleFlight<T> {
  #running: Promise<T> | null = null;

  /** What is under way; null: nothing. */
  get running(): Promise<T> | null {
    return this.#running;
  }

  /** Begins the work, or joins what is under way. Rejects as the work does; the next call begins anew. */
  run(work: () => Promise<T>): Promise<T> {
    this.#running ??= work().finally(() => (this.#running = null));
    return this.#running;
  }
}
