import type { Lot } from './lot.ts';
import type { LotOrder, LotQueue } from './lot-heap.ts';

/**
 * Lots in a row, for orders that go by age: what is acquired comes at one end, because time goes on, and what is taken comes from
 * the same end or the other. Lots that come out of order, as moved ones do, are put in their place.
 */
export class LotLine implements LotQueue {
  /** In the order of taking, or the other way round where the newest is taken first. */
  #lots: Lot[] = [];
  /** Lots before this one are used up. */
  #start = 0;
  readonly #order: LotOrder;
  readonly #takesNewest: boolean;

  constructor(order: LotOrder, takesNewest: boolean) {
    this.#order = order;
    this.#takesNewest = takesNewest;
  }

  add(lot: Lot): void {
    const lots = this.#lots;
    const last = lots.at(-1);
    if (last === undefined || !this.#isBefore(lot, last)) lots.push(lot);
    else lots.splice(this.#placeOf(lot), 0, lot);
  }

  next(): Lot | undefined {
    const lots = this.#lots;
    if (this.#takesNewest) {
      while (lots.at(-1)?.quantity.eq(0)) lots.pop();
      return lots.at(-1);
    }
    while (lots[this.#start]?.quantity.eq(0)) this.#start += 1;
    if (this.#start > 1_000 && this.#start > lots.length / 2) {
      this.#lots = lots.slice(this.#start);
      this.#start = 0;
    }
    return this.#lots[this.#start];
  }

  left(): Lot[] {
    return this.#lots.filter(({ quantity }) => !quantity.eq(0));
  }

  #placeOf(lot: Lot): number {
    let [low, high] = [this.#start, this.#lots.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#isBefore(lot, this.#lots[middle] as Lot)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Whether a lot stands before another one in the row. */
  #isBefore(a: Lot, b: Lot): boolean {
    return this.#takesNewest ? this.#order(b, a) < 0 : this.#order(a, b) < 0;
  }
}
