import type { BacktestRequest } from '@tidemark/contracts/backtest';
import { TidemarkError, type ErrorCode, type ErrorDetail } from '@tidemark/contracts/errors';
import type { Bar } from '@tidemark/indicators/bar';
import { backtestAnswer, type BacktestAnswer } from './backtest-answer.ts';
import { thinEquity } from './thin-equity.ts';
import { BACKTEST_DEFAULTS } from '@tidemark/contracts/backtest';

/** Bars by column, as they go to another thread; all columns are of one length. */
export interface SentBars {
  time: Float64Array;
  open: Float64Array;
  high: Float64Array;
  low: Float64Array;
  close: Float64Array;
  volume: Float64Array;
}

export interface BacktestQuestion {
  request: BacktestRequest;
  bars: SentBars;
}

/** An answer, or what was refused: an error loses its class on the way from one thread to another. */
export type BacktestFound =
  | { answer: BacktestAnswer }
  | { refused: { code: ErrorCode; message: string; details: readonly ErrorDetail[] } };

/** Runs a backtest, with no more points of equity than were asked for. */
export function findBacktest({ request, bars }: BacktestQuestion): BacktestFound {
  try {
    const answer = backtestAnswer(request, barsOf(bars));
    const most = request.equity_points ?? BACKTEST_DEFAULTS.equity_points;
    return { answer: { ...answer, equity: thinEquity(answer.equity, most) } };
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error;
    const { code, message, details } = error;
    return { refused: { code, message, details } };
  }
}

function* barsOf({ time, open, high, low, close, volume }: SentBars): Generator<Bar> {
  for (let i = 0; i < time.length; i++) {
    yield {
      time: time[i] ?? 0,
      open: open[i] ?? 0,
      high: high[i] ?? 0,
      low: low[i] ?? 0,
      close: close[i] ?? 0,
      volume: volume[i] ?? 0,
    };
  }
}
