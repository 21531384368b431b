import { overCommonTimes } from './common-times.ts';
import { codeviations, MIN_PAIRS, pearson } from './correlation.ts';
import { isFlat, mean, squaredDeviations } from './moments.ts';
import { RETURN_ROUNDING, simpleReturns } from './returns.ts';
import type { Series } from './series.ts';

/** How a coin moves with a benchmark. */
export interface Beta {
  readonly beta: number;
  /** Return per bar, as a fraction, that the benchmark does not explain: Jensen's alpha (1968). */
  readonly alpha: number;
  /** Of the same returns; its square is the share of the variance that the benchmark explains. Null when the coin is flat. */
  readonly correlation: number | null;
  /** Pairs of returns. */
  readonly samples: number;
}

/**
 * `beta`: cov(coin, benchmark) / var(benchmark) of simple returns over the bars that both have (Sharpe 1964): with
 * those a portfolio's beta is the mean of its parts', by weight. Null below three pairs, or for a flat benchmark.
 *
 * @param riskFreePerPeriod return of a bar without risk, as a fraction; moves alpha alone
 */
export function beta(
  coin: Series,
  benchmark: Series,
  intervalMs: number,
  riskFreePerPeriod = 0,
): Beta | null {
  const { x, y } = overCommonTimes(
    simpleReturns(coin, intervalMs),
    simpleReturns(benchmark, intervalMs),
  );
  const samples = x.length;
  const squares = squaredDeviations(y);
  if (samples < MIN_PAIRS || isFlat(squares, samples, RETURN_ROUNDING)) return null;
  const slope = codeviations(x, y) / squares;
  return {
    beta: slope,
    alpha: mean(x) - riskFreePerPeriod - slope * (mean(y) - riskFreePerPeriod),
    correlation: pearson(x, y, RETURN_ROUNDING),
    samples,
  };
}
