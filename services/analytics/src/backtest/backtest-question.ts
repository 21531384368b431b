import {
  BACKTEST_DEFAULTS,
  type BacktestRequest,
  type EquityPoint,
} from '@tidemark/contracts/backtest';
import type { Bar } from '@tidemark/indicators/bar';
import { barAt, type Columns } from '../market/bar-columns.ts';
import type { NewsHistory } from '../news/news-history.ts';
import { backtestAnswer, type BacktestAnswer } from './backtest-answer.ts';

/** Goes to another thread. */
export interface BacktestQuestion {
  /** One that can be read: see `readStrategy`. */
  request: BacktestRequest;
  bars: Columns;
  /** Empty where no rule speaks of news. */
  news: NewsHistory;
}

/** Runs a backtest, with no more points of equity than were asked for. */
export function findBacktest({ request, bars, news }: BacktestQuestion): BacktestAnswer {
  const answer = backtestAnswer(request, barsOf(bars), news);
  const most = request.equity_points ?? BACKTEST_DEFAULTS.equity_points;
  return { ...answer, equity: thinEquity(answer.equity, most) };
}

function* barsOf(columns: Columns): Generator<Bar> {
  for (let i = 0; i < columns.time.length; i++) yield barAt(columns, i);
}

/**
 * At most `most` points (3 or more), at even distances, oldest first. The first, the last and the one with the deepest
 * drawdown are always among them, so that a drawing shows the whole fall.
 */
export function thinEquity(points: readonly EquityPoint[], most: number): EquityPoint[] {
  if (points.length <= most) return [...points];
  const chosen = new Set([deepestOf(points)]);
  const steps = most - 2;
  for (let i = 0; i <= steps; i++) chosen.add(Math.round((i * (points.length - 1)) / steps));
  return points.filter((_, i) => chosen.has(i));
}

function deepestOf(points: readonly EquityPoint[]): number {
  let deepest = 0;
  for (const [i, { drawdown }] of points.entries()) {
    if (drawdown > (points[deepest]?.drawdown ?? 0)) deepest = i;
  }
  return deepest;
}
