import type { Amount } from './amount.ts';
import type { Position, Trade } from './trader.ts';

/** What was paid, the fee included. */
export function costOf({ fill }: Position): Amount {
  return fill.value.plus(fill.fee);
}

/** What was got, the fee taken off. */
export function proceedsOf({ exit: { fill } }: Trade): Amount {
  return fill.value.minus(fill.fee);
}

export function profitOf(trade: Trade): Amount {
  return proceedsOf(trade).minus(costOf(trade.entry));
}

/** In percent of the cost, which is above 0. */
export function profitPct(profit: Amount, cost: Amount): number {
  return profit.div(cost).times(100).toNumber();
}
