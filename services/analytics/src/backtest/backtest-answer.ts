import {
  BACKTEST_DEFAULTS,
  type Backtest,
  type BacktestRequest,
} from '@tidemark/contracts/backtest';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Bar } from '@tidemark/indicators/bar';
import { INDICATORS } from '@tidemark/indicators/catalogue';
import { createRule } from '@tidemark/rules/evaluate';
import { printRule } from '@tidemark/rules/print-rule';
import { Amount, amountText } from './amount.ts';
import { assumptionsOf } from './assumptions.ts';
import { backtest, type BacktestResult } from './backtest.ts';
import { readStrategy, type Strategy } from './read-strategy.ts';
import { holdingOf, summaryOf } from './summary.ts';
import { openPositionView, tradeView } from './trade-view.ts';

/** All that can be said without knowing which market the bars are of, and what is missing among them. */
export type BacktestAnswer = Omit<Backtest, 'missing' | 'gaps' | 'lacking' | 'simulated' | 'stale'>;

/**
 * Answers a request from closed bars, oldest first. Bars before the period only warm the rules: `readStrategy` says how many it
 * takes; with fewer the first bars of the period do. Bars at or after `to` are left out.
 * @throws TidemarkError INVALID_REQUEST for a rule that cannot be read, cash below 1, or an empty period
 */
export function backtestAnswer(request: BacktestRequest, bars: Iterable<Bar>): BacktestAnswer {
  const { from = -Infinity, to = Infinity } = request;
  if (from >= to) throw refusal('from', 'must be before `to`');
  const strategy = readStrategy(request);
  const initialCash = cashOf(request);
  const terms = termsOf(request, strategy);
  const rules = {
    entry: createRule(strategy.entry, INDICATORS),
    exit: strategy.exit === null ? null : createRule(strategy.exit, INDICATORS),
  };
  const result = backtest(until(bars, to), rules, {
    initialCash,
    feePct: terms.fee_pct,
    slippagePct: terms.slippage_pct,
    stopLossPct: terms.stop_loss_pct,
    takeProfitPct: terms.take_profit_pct,
    from,
  });
  return {
    ...terms,
    ...resultView(result, { initialCash, intervalMs: INTERVAL_MS[request.interval] }),
    initial_cash: amountText(initialCash),
    assumptions: assumptionsOf(terms),
  };
}

function cashOf({ initial_cash: cash = BACKTEST_DEFAULTS.initial_cash }: BacktestRequest): Amount {
  const amount = new Amount(cash);
  if (amount.gte(1)) return amount;
  throw refusal('initial_cash', 'must be 1 or more');
}

function refusal(field: string, reason: string): TidemarkError {
  const details = [{ field: `body.${field}`, reason }];
  return new TidemarkError('INVALID_REQUEST', 'The backtest cannot be run.', details);
}

function termsOf(request: BacktestRequest, { entry, exit }: Strategy) {
  return {
    coin_id: request.coin_id,
    interval: request.interval,
    formula: 'backtest',
    entry: printRule(entry),
    exit: exit === null ? null : printRule(exit),
    fee_pct: request.fee_pct ?? BACKTEST_DEFAULTS.fee_pct,
    slippage_pct: request.slippage_pct ?? BACKTEST_DEFAULTS.slippage_pct,
    stop_loss_pct: request.stop_loss_pct ?? null,
    take_profit_pct: request.take_profit_pct ?? null,
  };
}

function resultView(result: BacktestResult, measure: Parameters<typeof summaryOf>[1]) {
  return {
    samples: result.equity.length,
    first_bar_time: result.firstBar?.time ?? null,
    last_bar_time: result.lastBar?.time ?? null,
    entry_known_from: result.knownFrom,
    summary: summaryOf(result, measure),
    holding: holdingOf(result, measure),
    trades: result.trades.map(tradeView),
    open_position: openPositionView(result),
    pending_order: result.order,
    equity: [...result.equity],
  };
}

function* until(bars: Iterable<Bar>, to: number): Generator<Bar> {
  for (const bar of bars) {
    if (bar.time >= to) return;
    yield bar;
  }
}
