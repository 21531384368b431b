import type { Correlation, CorrelationOf, CorrelationPeriod } from '@tidemark/contracts/analytics';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { beta } from '@tidemark/risk/beta';
import { correlation, MIN_PAIRS } from '@tidemark/risk/correlation';
import { closesIn, newestStretch, periodMs, needBars } from '../figures/period-bars.ts';
import { CORRELATION_FORMULAS, pairOrigin, type Undated } from '../figures/provenance.ts';
import type { ClosedSeries } from '../series/closed-series.ts';

/**
 * Pearson's correlation of two coins over the bars that both have, and the first one's beta to the second. Both series must
 * be of the period's interval (`CORRELATION_PERIODS`).
 * @throws TidemarkError INSUFFICIENT_DATA when there are fewer than three pairs
 */
export function correlationOver(
  first: ClosedSeries,
  second: ClosedSeries,
  period: CorrelationPeriod,
  of: CorrelationOf,
): Undated<Correlation> {
  const { from, to } = newestStretch([first, second], periodMs(period));
  const [a, b] = [closesIn(first, from, to), closesIn(second, from, to)];
  const intervalMs = INTERVAL_MS[first.interval];
  const result = correlation(a, b, intervalMs, of);
  needBars(`Correlation over ${period}`, result.samples, MIN_PAIRS);
  return {
    coin_1: first.coinId,
    coin_2: second.coinId,
    period,
    of,
    correlation: result.correlation,
    beta: of === 'returns' ? (beta(a, b, intervalMs)?.beta ?? null) : null,
    ...pairOrigin([first, second], from, result.samples, CORRELATION_FORMULAS[of], of),
  };
}
