import {
  BACKTEST_DEFAULTS,
  type Backtest,
  type BacktestRequest,
} from '@tidemark/contracts/backtest';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { Bar } from '@tidemark/indicators/bar';
import { createRule } from '@tidemark/rules/evaluate';
import { printRule } from '@tidemark/rules/print-rule';
import { NO_NEWS, type NewsHistory } from '../news/news-history.ts';
import { amountText } from './amount.ts';
import { backtest, type BacktestResult } from './backtest.ts';
import { newsAssumptions, newsAtClose } from './news-at-close.ts';
import { kindsWith, readStrategy, type Strategy } from './read-strategy.ts';
import { holdingOf, summaryOf, openPositionView, tradeView } from './summary.ts';

/** All that can be said without knowing which market the bars are of, and what is missing among them. */
export type BacktestAnswer = Omit<Backtest, 'missing' | 'gaps' | 'lacking' | 'simulated' | 'stale'>;

/**
 * Answers a request from closed bars, oldest first. Bars before the period only warm the rules: `readStrategy` says how many it
 * takes; with fewer the first bars of the period do. Bars at or after `to` are left out.
 * Throws as `readStrategy` does.
 * @param news of the coin, for rules that speak of them
 */
export function backtestAnswer(
  request: BacktestRequest,
  bars: Iterable<Bar>,
  news: NewsHistory = NO_NEWS,
): BacktestAnswer {
  const { from = -Infinity, to = Infinity } = request;
  const strategy = readStrategy(request);
  const { initialCash } = strategy;
  const terms = termsOf(request, strategy);
  const intervalMs = INTERVAL_MS[request.interval];
  const kinds = kindsWith(newsAtClose(news, intervalMs));
  const rules = {
    entry: createRule(strategy.entry, kinds),
    exit: strategy.exit === null ? null : createRule(strategy.exit, kinds),
  };
  const result = backtest(until(bars, to), rules, {
    initialCash,
    feePct: terms.fee_pct,
    slippagePct: terms.slippage_pct,
    stopLossPct: terms.stop_loss_pct,
    takeProfitPct: terms.take_profit_pct,
    from,
  });
  const end = result.lastBar && result.lastBar.time + intervalMs;
  return {
    ...terms,
    ...resultView(result, { initialCash, intervalMs }),
    initial_cash: amountText(initialCash),
    assumptions: [
      ...assumptionsOf(terms),
      ...(strategy.wantsNews ? newsAssumptions(news, end) : []),
    ],
  };
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

/** The terms of a backtest, as its answer says them. */
export type Terms = Pick<
  Backtest,
  'exit' | 'fee_pct' | 'slippage_pct' | 'stop_loss_pct' | 'take_profit_pct'
>;

/** What a backtest takes for granted, in sentences for people. */
export function assumptionsOf(terms: Terms): string[] {
  return [
    'A rule is asked at the close of a bar; what it says is done at the open of the next bar that exists.',
    'All cash is spent at each entry, on fractions of coins if need be; nothing is sold short or borrowed.',
    exitAssumption(terms),
    `Each side costs ${terms.fee_pct} % of what is traded, and the price is ${terms.slippage_pct} % worse than the bar says.`,
    ...limitAssumptions(terms),
    'An order is filled whole, and moves no price.',
    'What is held at the end is valued at the last close and not sold.',
    'Holding buys once, at the open of the second bar, at the same costs, and does not sell.',
  ];
}

function exitAssumption({ exit }: Terms): string {
  return exit === null
    ? 'It is sold when the entry rule is known not to hold any more.'
    : 'Where both rules hold, nothing is bought.';
}

function limitAssumptions({ stop_loss_pct: stop, take_profit_pct: target }: Terms): string[] {
  if (stop === null && target === null) return [];
  return [
    'A limit is reached where the high or the low of a bar reaches it; a bar that opens past it trades at its open.',
    ...(stop !== null && target !== null
      ? ['Where one bar reaches both limits, the stop is taken to have come first.']
      : []),
  ];
}
