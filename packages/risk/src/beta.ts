import { overCommonTimes } from './common-times.ts';
import { codeviations, MIN_PAIRS, pearson } from './correlation.ts';
import { isFlat, mean, squaredDeviations } from './moments.ts';
import { RETURN_ROUNDING, returnsOf, type ReturnKind } from './returns.ts';
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

export interface BetaOptions {
  /** Of the returns compared; `simple` when left out. */
  readonly kind?: ReturnKind;
  /** Return of a bar without risk, as a fraction; moves alpha alone. 0 when left out. */
  readonly riskFreePerPeriod?: number;
}

/**
 * `beta`: cov(coin, benchmark) / var(benchmark) of returns over the bars that both have (Sharpe 1964). Of simple ones by
 * default: with those a portfolio's beta is the mean of its parts', by weight. Null below three pairs, or for a flat benchmark.
 */
export function beta(
  coin: Series,
  benchmark: Series,
  intervalMs: number,
  { kind = 'simple', riskFreePerPeriod = 0 }: BetaOptions = {},
): Beta | null {
  const { x, y } = overCommonTimes(
    returnsOf(coin, kind, intervalMs),
    returnsOf(benchmark, kind, intervalMs),
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
