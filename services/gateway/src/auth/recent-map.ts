/** The share of its room from which on a map notes what is used. */
const CROWDED = 0.75;

/** A map that keeps the most recently used entries, at most `max` of them. */
export class RecentMap<K, V> {
  /** A Map iterates in the order of insertion: an entry that is used moves to the end. */
  readonly #entries = new Map<K, V>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    // Moving an entry costs more than finding it, and while nothing has to go the order counts for nothing.
    if (this.#entries.size > this.#max * CROWDED) this.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#max) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  delete(key: K): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
