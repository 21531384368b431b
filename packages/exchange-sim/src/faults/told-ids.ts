/** From the trade with the id `from` on, `add` is added to the ids. */
interface Segment {
  from: number;
  add: number;
}

/**
 * The ids that a venue tells for one product's trades, whose own ids are contiguous. Trades before the last time that the ids
 * began again are not known to the venue any more; among the others told ids never fall, and several may have the same.
 */
export class ToldIds {
  #segments: Segment[] = [{ from: -Infinity, add: 0 }];

  /** The own id of the oldest trade that the venue still knows. */
  get oldest(): number {
    return this.#segments[0]?.from ?? -Infinity;
  }

  /** Ids begin again at 1 with the trade `next`; what was before is forgotten. */
  beginAgain(next: number): void {
    this.#segments = [{ from: next, add: 1 - next }];
  }

  /** From the trade `next` on, ids are ahead by `by`. */
  jump(next: number, by: number): void {
    this.#push(next, by);
  }

  /** The trades from `next` on, `count` of them, are told with the id of the one before them. */
  repeat(next: number, count: number): void {
    for (let i = 0; i < count; i += 1) this.#push(next + i, -1);
  }

  /** The id that the venue tells for a trade's own. */
  told(id: number): number {
    const segment = this.#segments.findLast(({ from }) => id >= from);
    return id + (segment?.add ?? 0);
  }

  /** The own id of the first trade that is told with the id `told` or a higher one. */
  firstFrom(told: number): number {
    for (const [i, { from, add }] of this.#segments.entries()) {
      const first = Math.max(from, told - add);
      if (first < (this.#segments[i + 1]?.from ?? Infinity)) return first;
    }
    return Infinity;
  }

  #push(next: number, by: number): void {
    const last = this.#segments.at(-1);
    this.#segments.push({ from: next, add: (last?.add ?? 0) + by });
  }
}
