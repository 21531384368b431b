import type { Amount } from '@tidemark/ledger/amount';
import type { Known } from './known.ts';
import type { Lot } from './lot.ts';
import type { Method } from './method.ts';

/** Negative where `a` is taken before `b`. */
export type LotOrder = (a: Lot, b: Lot) => number;

const age: LotOrder = (a, b) => a.origin.time - b.origin.time || a.order - b.order;
const entry: LotOrder = (a, b) => a.entered - b.entered;
const oldest: LotOrder = (a, b) => age(a, b) || entry(a, b);

/** Lots of one asset in one place, in an order. Lots that were used up elsewhere are passed over. */
export interface LotQueue {
  add(lot: Lot): void;
  /** The next lot that has something left. */
  next(): Lot | undefined;
  /** Lots that have something left, in no order. */
  left(): Lot[];
}

/** In which order lots are taken. Of equal rank the oldest is first. */
export const LOT_ORDERS: Readonly<Record<Exclude<Method, 'average' | 'uk_pool'>, LotOrder>> = {
  fifo: oldest,
  lifo: (a, b) => age(b, a) || entry(a, b),
  hifo: (a, b) => ranked(a.rank, b.rank, (x, y) => y.cmp(x)) || oldest(a, b),
  lofo: (a, b) => ranked(a.rank, b.rank, (x, y) => x.cmp(y)) || oldest(a, b),
};

function ranked(a: Known, b: Known, compare: (a: Amount, b: Amount) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

/** A binary heap of lots: the next one at the top. */
export class LotHeap implements LotQueue {
  readonly #lots: Lot[] = [];
  readonly #order: LotOrder;

  constructor(order: LotOrder) {
    this.#order = order;
  }

  add(lot: Lot): void {
    const lots = this.#lots;
    let at = lots.push(lot) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#order(lots[parent] as Lot, lot) <= 0) break;
      lots[at] = lots[parent] as Lot;
      at = parent;
    }
    lots[at] = lot;
  }

  next(): Lot | undefined {
    while (this.#lots[0]?.quantity.eq(0)) this.#drop();
    return this.#lots[0];
  }

  left(): Lot[] {
    return this.#lots.filter(({ quantity }) => !quantity.eq(0));
  }

  #drop(): void {
    const lots = this.#lots;
    const last = lots.pop();
    if (last === undefined || lots.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= lots.length) break;
      const right = child + 1;
      if (right < lots.length && this.#order(lots[right] as Lot, lots[child] as Lot) < 0)
        child = right;
      if (this.#order(last, lots[child] as Lot) <= 0) break;
      lots[at] = lots[child] as Lot;
      at = child;
    }
    lots[at] = last;
  }
}
