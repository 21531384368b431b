/**
 * Remembers up to 2 × `size` computed values, dropping those not asked for lately: two generations, the older of
 * which is let go when the younger is full. Cheaper than exact LRU order, which nobody needs here.
 */
export class Memo<V> {
  readonly #size: number;
  #young = new Map<number, V>();
  #old = new Map<number, V>();

  constructor(size: number) {
    this.#size = size;
  }

  get(key: number, compute: () => V): V {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? compute();
    this.#remember(key, value);
    return value;
  }

  #remember(key: number, value: V): void {
    if (this.#young.size >= this.#size) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
