import type {
  CorrelationMatrix,
  CorrelationOf,
  CorrelationPeriod,
} from '@tidemark/contracts/analytics';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import type { CorrelationMatrix as Found } from '@tidemark/risk/correlation-matrix';
import type { Series } from '@tidemark/risk/series';
import type { ClosedSeries } from '../series/closed-series.ts';
import { closesIn, newestStretch, periodMs, needBars } from './period-bars.ts';
import { CORRELATION_FORMULAS, pairOrigin, type Undated } from './provenance.ts';

/** What the matrix is computed from; goes to another thread. */
export interface MatrixQuestion {
  prices: Series[];
  intervalMs: number;
  of: CorrelationOf;
}

/** The closes of every coin over a period that ends with the newest closed bar of any of them. Copies. */
export function matrixQuestion(
  series: readonly ClosedSeries[],
  period: CorrelationPeriod,
  of: CorrelationOf,
): MatrixQuestion {
  const { from, to } = newestStretch(series, periodMs(period));
  const prices = series.map((one) => {
    const { times, values } = closesIn(one, from, to);
    return { times: times.slice(), values: values.slice() };
  });
  return { prices, intervalMs: INTERVAL_MS[series[0]?.interval ?? '1h'], of };
}

/**
 * The matrix with its origin. `samples` are those of the pair that has the fewest.
 * @throws TidemarkError INSUFFICIENT_DATA where no pair has enough bars
 */
export function matrixView(
  series: readonly ClosedSeries[],
  period: CorrelationPeriod,
  of: CorrelationOf,
  { correlations, samples }: Found,
): Undated<CorrelationMatrix> {
  const [first, ...others] = series;
  if (!first) throw new Error('a matrix of no coins');
  const pairs = samples.flatMap((row, i) => row.slice(0, i));
  needBars(`Correlation over ${period}`, Math.max(...pairs), 3);
  const { from } = newestStretch(series, periodMs(period));
  const fewest = Math.min(...pairs);
  return {
    coins: series.map(({ coinId }) => coinId),
    period,
    of,
    matrix: correlations,
    pairs: samples,
    ...pairOrigin([first, ...others], from, fewest, CORRELATION_FORMULAS[of], of),
  };
}
