import { ZERO, type Amount } from '@tidemark/ledger/amount';
import { plus, type Known } from './known.ts';
import { takePart, type Lot, type Piece } from './lot.ts';
import { LOT_ORDERS, LotHeap, type LotQueue } from './lot-heap.ts';
import { LotLine } from './lot-line.ts';
import type { Method } from './method.ts';

/** What is left of something: an open lot, or a whole pool. */
export type Stocked = Omit<Piece, 'lot'> & { readonly lot: Piece['lot'] };

/** Of one asset, all that is held in one place or in all of them. */
export interface Pool {
  readonly quantity: Amount;
  add(lot: Lot): void;
  /** Takes what the method says, or the oldest. Asks for no more than there is. */
  take(quantity: Amount, which: 'by_method' | 'oldest'): Piece[];
  /** What is left, the oldest first. */
  left(): Stocked[];
  /** The same pool, to be taken from by itself. */
  copy(): Pool;
}

export function poolOf(method: Exclude<Method, 'uk_pool'>, takesOldest: boolean): Pool {
  return method === 'average' ? new AveragePool() : new LotPool(method, takesOldest);
}

/** Lots that stay apart. */
class LotPool implements Pool {
  quantity = ZERO;
  readonly #method: keyof typeof LOT_ORDERS;
  readonly #byMethod: LotQueue;
  /** Its own queue where moves take the oldest and the method does not. */
  readonly #oldest: LotQueue;

  constructor(method: keyof typeof LOT_ORDERS, takesOldest: boolean) {
    this.#method = method;
    this.#byMethod = queueBy(method);
    this.#oldest = takesOldest && method !== 'fifo' ? queueBy('fifo') : this.#byMethod;
  }

  copy(): LotPool {
    const copy = new LotPool(this.#method, this.#oldest !== this.#byMethod);
    for (const lot of this.#byMethod.left()) copy.add({ ...lot });
    return copy;
  }

  add(lot: Lot): void {
    this.quantity = this.quantity.plus(lot.quantity);
    this.#byMethod.add(lot);
    if (this.#oldest !== this.#byMethod) this.#oldest.add(lot);
  }

  take(quantity: Amount, which: 'by_method' | 'oldest'): Piece[] {
    const queue = which === 'oldest' ? this.#oldest : this.#byMethod;
    const pieces: Piece[] = [];
    let rest = quantity;
    for (let lot = queue.next(); lot !== undefined && rest.gt(0); lot = queue.next()) {
      const part = rest.lt(lot.quantity) ? rest : lot.quantity;
      pieces.push(takePart(lot, part, lot));
      rest = rest.minus(part);
    }
    this.quantity = this.quantity.minus(quantity);
    return pieces;
  }

  left(): Stocked[] {
    return this.#byMethod
      .left()
      .sort(LOT_ORDERS.fifo)
      .map(({ quantity, cost, fees, ...lot }) => {
        return { quantity, cost, fees, lot };
      });
  }
}

function queueBy(method: keyof typeof LOT_ORDERS): LotQueue {
  const order = LOT_ORDERS[method];
  const goesByAge = method === 'fifo' || method === 'lifo';
  return goesByAge ? new LotLine(order, method === 'lifo') : new LotHeap(order);
}

/** One pool at its average cost. Once it is empty nothing of it is left: what is acquired then begins a new average. */
export class AveragePool implements Pool {
  quantity = ZERO;
  cost: Known = ZERO;
  fees: Known = ZERO;

  add({ quantity, cost, fees }: Pick<Lot, 'quantity' | 'cost' | 'fees'>): void {
    this.quantity = this.quantity.plus(quantity);
    this.cost = plus(this.cost, cost);
    this.fees = plus(this.fees, fees);
  }

  copy(): AveragePool {
    return Object.assign(new AveragePool(), this);
  }

  /** Also more than there is, at the average of what there is, which leaves less than nothing; from nothing, at no cost. */
  take(quantity: Amount): Piece[] {
    if (!this.quantity.eq(0)) {
      const isAll = quantity.eq(this.quantity);
      const piece = takePart(this, quantity);
      // An unknown cost goes with the last of it.
      if (isAll) [this.cost, this.fees] = [ZERO, ZERO];
      return [piece];
    }
    this.quantity = quantity.neg();
    return [{ quantity, cost: ZERO, fees: ZERO, lot: null }];
  }

  left(): Stocked[] {
    const { quantity, cost, fees } = this;
    return quantity.eq(0) && cost?.eq(0) ? [] : [{ quantity, cost, fees, lot: null }];
  }
}
