import type {
  BacktestDrawdown,
  BacktestSummary,
  Holding,
  BacktestPosition,
  BacktestTrade,
} from '@tidemark/contracts/backtest';
import type { Fall } from '@tidemark/risk/drawdown';
import { MIN_ANNUALIZED_MS } from '@tidemark/risk/growth';
import { YEAR_MS } from '@tidemark/risk/growth';
import type { Account } from './account.ts';
import { Amount, amountText, percentOf, roundedDown } from './amount.ts';
import type { BacktestResult } from './backtest.ts';
import type { Trade, Position } from './trader.ts';

/** What the figures of an account are measured against. */
export interface Measure {
  readonly initialCash: Amount;
  readonly intervalMs: number;
}

/** The strategy in figures; each is explained in docs/analytics.md. */
export function summaryOf(result: BacktestResult, measure: Measure): BacktestSummary {
  return {
    ...outcomeOf(result.strategy, result, measure),
    ...tradeFigures(result.trades),
    exposure: result.equity.length === 0 ? null : result.barsHeld / result.equity.length,
  };
}

/** Holding in the same figures. */
export function holdingOf(result: BacktestResult, measure: Measure): Holding {
  const entry = result.holdingEntry;
  return {
    ...outcomeOf(result.holding, result, measure),
    entry_time: entry?.time ?? null,
    entry_price: entry?.price.toNumber() ?? null,
  };
}

function outcomeOf(account: Account, result: BacktestResult, measure: Measure) {
  const final = account.cash.plus(account.coinsAt(result.lastBar?.close ?? 0));
  const growth = final.div(measure.initialCash);
  return {
    final_equity: amountText(final),
    total_return: growth.minus(1).toNumber(),
    annualized_return: annualized(growth.toNumber(), lengthOf(result, measure.intervalMs)),
    max_drawdown: drawdownView(account.deepest),
    fees_paid: amountText(account.fees),
  };
}

/** From the first bar's open to the last bar's close, ms. */
function lengthOf({ firstBar, lastBar }: BacktestResult, intervalMs: number): number {
  return firstBar === null || lastBar === null ? 0 : lastBar.time + intervalMs - firstBar.time;
}

/** growth^(year / length) − 1. */
function annualized(growth: number, lengthMs: number): number | null {
  if (lengthMs < MIN_ANNUALIZED_MS) return null;
  const yearly = growth ** (YEAR_MS / lengthMs) - 1;
  return Number.isFinite(yearly) ? yearly : null;
}

function drawdownView(fall: Fall | null): BacktestDrawdown {
  return {
    depth: fall?.depth ?? 0,
    peak_time: fall?.peakTime ?? null,
    trough_time: fall?.troughTime ?? null,
    recovered_time: fall?.recoveryTime ?? null,
  };
}

function tradeFigures(trades: readonly Trade[]) {
  const wins = trades.filter((trade) => trade.profit.gt(0));
  const losses = trades.filter((trade) => trade.profit.lt(0));
  return {
    trades: trades.length,
    wins: wins.length,
    losses: losses.length,
    win_rate: trades.length === 0 ? null : wins.length / trades.length,
    average_win: averageProfit(wins),
    average_loss: averageProfit(losses),
    average_win_pct: averagePct(wins),
    average_loss_pct: averagePct(losses),
    profit_factor: losses.length === 0 ? null : total(wins).div(total(losses)).abs().toNumber(),
  };
}

function total(trades: readonly Trade[]): Amount {
  return trades.reduce((sum, trade) => sum.plus(trade.profit), new Amount(0));
}

function averageProfit(trades: readonly Trade[]): string | null {
  return trades.length === 0 ? null : amountText(roundedDown(total(trades).div(trades.length)));
}

function averagePct(trades: readonly Trade[]): number | null {
  if (trades.length === 0) return null;
  const sum = trades.reduce((all, { profit, entry }) => all + percentOf(profit, entry.cost), 0);
  return sum / trades.length;
}

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
  const value = strategy.coinsAt(lastBar.close);
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
