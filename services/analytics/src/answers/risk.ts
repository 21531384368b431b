import { RISK_PERIODS, type Risk, type RiskPeriod } from '@tidemark/contracts/analytics';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { beta } from '@tidemark/risk/beta';
import { calmarRatio } from '@tidemark/risk/calmar';
import { correlation } from '@tidemark/risk/correlation';
import { drawdownOf } from '@tidemark/risk/drawdown';
import { annualizedReturn, totalReturn } from '@tidemark/risk/growth';
import { simpleReturns } from '@tidemark/risk/returns';
import type { Series } from '@tidemark/risk/series';
import { annualizedRatio, sharpeRatio } from '@tidemark/risk/sharpe';
import { sortinoRatio } from '@tidemark/risk/sortino';
import { historicalLoss, normalValueAtRisk } from '@tidemark/risk/value-at-risk';
import { realizedVolatility } from '@tidemark/risk/volatility';
import { periodsPerYear, ratePerPeriod } from '@tidemark/risk/growth';
import { closesIn, newestStretch, needBars } from '../figures/period-bars.ts';
import { originOf, type Undated } from '../figures/provenance.ts';
import type { ClosedSeries } from '../series/closed-series.ts';

/** What coins are measured against. */
export const BENCHMARK = 'bitcoin';
const DAY = INTERVAL_MS['1d'];

/**
 * What holding a coin was like over a period of days that ends with the newest closed one. `series` and `benchmark` are of
 * daily bars; without the benchmark what is measured against it is null.
 * @param riskFree a year's return without risk, fraction
 * @throws TidemarkError INSUFFICIENT_DATA when there are fewer than two days
 */
export function riskOver(
  series: ClosedSeries,
  benchmark: ClosedSeries | null,
  period: RiskPeriod,
  riskFree: number,
): Undated<Risk> {
  const { from, to } = newestStretch([series], RISK_PERIODS[period] * DAY);
  const closes = closesIn(series, from, to);
  needBars(`Risk over ${period}`, closes.times.length, 2);
  return {
    coin_id: series.coinId,
    period,
    total_return: totalReturn(closes),
    annualized_return: annualizedReturn(closes),
    realized_annualized: realizedVolatility(closes, DAY)?.annualized ?? null,
    ...falls(closes),
    ...ratios(closes, riskFree),
    ...losses(closes),
    ...against(closes, benchmark && closesIn(benchmark, from, to)),
    risk_free_rate: riskFree,
    ...originOf(series, series.bars.indexAt(from), 'risk'),
  };
}

function falls(closes: Series): Pick<Risk, 'max_drawdown' | 'current_drawdown'> {
  const reading = drawdownOf(closes);
  const deepest = reading?.deepest;
  return {
    max_drawdown: {
      depth: reading ? (deepest?.depth ?? 0) : null,
      peak_time: deepest?.peakTime ?? null,
      trough_time: deepest?.troughTime ?? null,
      recovered_time: deepest?.recoveryTime ?? null,
    },
    current_drawdown: reading?.current ?? null,
  };
}

function ratios(closes: Series, riskFree: number): Pick<Risk, 'sharpe' | 'sortino' | 'calmar'> {
  const returns = simpleReturns(closes, DAY).values;
  const daily = ratePerPeriod(riskFree, DAY);
  const yearly = (ratio: number | null) =>
    ratio === null ? null : annualizedRatio(ratio, periodsPerYear(DAY));
  return {
    sharpe: yearly(sharpeRatio(returns, daily)),
    sortino: yearly(sortinoRatio(returns, daily)),
    calmar: calmarRatio(closes),
  };
}

function losses(closes: Series): Pick<Risk, 'value_at_risk' | 'expected_shortfall'> {
  const returns = simpleReturns(closes, DAY).values;
  const [at95, at99] = [historicalLoss(returns, 0.95), historicalLoss(returns, 0.99)];
  return {
    value_at_risk: {
      historical: { p95: at95?.valueAtRisk ?? null, p99: at99?.valueAtRisk ?? null },
      normal: { p95: normalValueAtRisk(returns, 0.95), p99: normalValueAtRisk(returns, 0.99) },
    },
    expected_shortfall: {
      p95: at95?.expectedShortfall ?? null,
      p99: at99?.expectedShortfall ?? null,
    },
  };
}

function against(
  closes: Series,
  benchmark: Series | null,
): Pick<Risk, 'beta_to_bitcoin' | 'correlation_to_bitcoin'> {
  return {
    beta_to_bitcoin: benchmark && (beta(closes, benchmark, DAY)?.beta ?? null),
    correlation_to_bitcoin: benchmark && correlation(closes, benchmark, DAY).correlation,
  };
}
