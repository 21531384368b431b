import {
  VOLATILITY_PERIODS,
  type Volatility,
  type VolatilityPeriod,
} from '@tidemark/contracts/analytics';
import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { realizedVolatility, volatility } from '@tidemark/risk/volatility';
import { closesIn, newestStretch, periodMs, needBars } from '../figures/period-bars.ts';
import { originOf, type Undated } from '../figures/provenance.ts';
import type { ClosedSeries } from '../series/closed-series.ts';

/**
 * How far prices lay from their mean over a period that ends with the newest closed bar. The series must be of the
 * period's interval (`VOLATILITY_PERIODS`).
 * @throws TidemarkError INSUFFICIENT_DATA when there are fewer than two bars in it
 */
export function volatilityOver(
  series: ClosedSeries,
  period: VolatilityPeriod,
): Undated<Volatility> {
  const { from, to } = newestStretch([series], periodMs(period));
  const closes = closesIn(series, from, to);
  needBars(`Volatility over ${period}`, closes.times.length, 2);
  const around = volatility(closes.values);
  const realized = realizedVolatility(closes, INTERVAL_MS[VOLATILITY_PERIODS[period]]);
  return {
    coin_id: series.coinId,
    period,
    sma: around?.sma ?? null,
    volatility: around?.volatility ?? null,
    volatility_pct: around?.volatilityPct ?? null,
    realized_annualized: realized?.annualized ?? null,
    ...originOf(series, series.bars.indexAt(from), 'volatility-population'),
  };
}
