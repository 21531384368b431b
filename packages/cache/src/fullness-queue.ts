/** What stands in the queue. */
export interface Queued {
  /** When it is full again; may be moved on while it stands here, not back. */
  fullAt: number;
  /** The `fullAt` by which it has its place. */
  queuedFor: number;
}

/**
 * Whoever is full soonest comes first: a binary heap. An item whose time was moved on keeps its place until it comes
 * to the front, and is put in its right place then, so that moving it costs nothing.
 */
export class FullnessQueue<T extends Queued> {
  #heap: T[] = [];

  push(item: T): void {
    item.queuedFor = item.fullAt;
    this.#heap.push(item);
    this.#rise(this.#heap.length - 1);
  }

  peek(): T | undefined {
    let first = this.#heap[0];
    while (first && first.queuedFor < first.fullAt) {
      first.queuedFor = first.fullAt;
      this.#sink();
      first = this.#heap[0];
    }
    return first;
  }

  pop(): T | undefined {
    const first = this.peek();
    const last = this.#heap.pop();
    if (first && last && last !== first) {
      this.#heap[0] = last;
      this.#sink();
    }
    return first;
  }

  /** Holds these and nothing else. */
  refill(items: Iterable<T>): void {
    this.#heap = [];
    for (const item of items) this.push(item);
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (this.#time(parent) <= this.#time(at)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = this.#time(right) < this.#time(left) ? right : left;
      if (this.#time(at) <= this.#time(child)) return;
      this.#swap(at, child);
      at = child;
    }
  }

  #time(at: number): number {
    return this.#heap[at]?.queuedFor ?? Infinity;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first && second) [this.#heap[a], this.#heap[b]] = [second, first];
  }
}
