import { correlationMatrix, type CorrelationMatrix } from '@tidemark/risk/correlation-matrix';
import type { BacktestAnswer } from '../backtest/backtest-answer.ts';
import type { BacktestQuestion } from '../backtest/backtest-question.ts';
import type { MatrixQuestion } from '../figures/matrix.ts';

// Each function is a task that a thread does; its name is what the task is called by.

/** Correlates every pair of coins. */
export function matrix({ prices, intervalMs, of }: MatrixQuestion): CorrelationMatrix {
  return correlationMatrix(prices, intervalMs, of);
}

/** Tries a rule out. What that takes is loaded when it is first asked for: three quarters of a thread's start would go into it. */
export async function backtest(question: BacktestQuestion): Promise<BacktestAnswer> {
  const { findBacktest } = await import('../backtest/backtest-question.ts');
  return findBacktest(question);
}
