import type { VenueTrade } from '../venues/venue.ts';
import { OUT_OF_ORDER } from './sequence.ts';

/** Trades of a product that are remembered; a power of two. */
const KEPT = 512;

/** The trades of a product that were seen last, to tell one that comes again from another one with the same id. */
export class RecentTrades {
  readonly #byId = new Array<VenueTrade | undefined>(KEPT);

  add(trade: VenueTrade): void {
    this.#byId[trade.trade_id % KEPT] = trade;
  }

  /** The trade with the same id, where it is remembered and is another one. */
  otherThan(trade: VenueTrade): VenueTrade | undefined {
    const seen = this.#byId[trade.trade_id % KEPT];
    return seen?.trade_id === trade.trade_id && !isSame(seen, trade) ? seen : undefined;
  }
}

/** Prices and sizes are compared as numbers: REST may write them otherwise than the stream. */
function isSame(a: VenueTrade, b: VenueTrade): boolean {
  if (a.first_id !== undefined && b.first_id !== undefined && a.first_id !== b.first_id)
    return false;
  return (
    a.trades === b.trades &&
    Number(a.price) === Number(b.price) &&
    Number(a.size) === Number(b.size) &&
    Math.abs(a.time - b.time) <= OUT_OF_ORDER
  );
}
