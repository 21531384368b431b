import type { BacktestPosition, BacktestTrade } from '@tidemark/contracts/backtest';
import { amountText, percentOf } from './amount.ts';
import type { BacktestResult } from './backtest.ts';
import type { Position, Trade } from './trader.ts';

/** A closed trade as the API shows it. */
export function tradeView(trade: Trade): BacktestTrade {
  const { entry, exit, proceeds, profit, reason } = trade;
  return {
    ...entryView(entry),
    exit_time: exit.time,
    exit_price: exit.fill.price.toNumber(),
    proceeds: amountText(proceeds),
    fees: amountText(entry.fill.fee.plus(exit.fill.fee)),
    profit: amountText(profit),
    profit_pct: percentOf(profit, entry.cost),
    bars_held: exit.index - entry.index,
    reason,
  };
}

/** What is still held, valued at the last close; null: nothing is. */
export function openPositionView(result: BacktestResult): BacktestPosition | null {
  const { position, lastBar, strategy, equity } = result;
  if (position === null || lastBar === null) return null;
  const value = strategy.account.coinsAt(lastBar.close);
  const profit = value.minus(position.cost);
  return {
    ...entryView(position),
    fees: amountText(position.fill.fee),
    value: amountText(value),
    profit: amountText(profit),
    profit_pct: percentOf(profit, position.cost),
    bars_held: equity.length - 1 - position.index,
  };
}

function entryView(position: Position) {
  return {
    entry_time: position.time,
    entry_price: position.fill.price.toNumber(),
    quantity: amountText(position.fill.quantity),
    cost: amountText(position.cost),
  };
}
