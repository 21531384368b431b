import type { PortfolioRisk } from '@tidemark/contracts/portfolio-history';
import { correlation } from '@tidemark/risk/correlation';
import { drawdownOf } from '@tidemark/risk/drawdown';
import { simpleReturns } from '@tidemark/risk/returns';
import { seriesOf, type Series } from '@tidemark/risk/series';
import { historicalLoss } from '@tidemark/risk/value-at-risk';
import { realizedVolatility } from '@tidemark/risk/volatility';
import { DAY_MS, startOf } from '../market/utc-day.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { dayPricesBy } from './day-prices.ts';
import { percentOf } from './history-point.ts';
import type { Past } from './past.ts';

/** Of the value at risk. */
const LEVEL = 0.95;

export type RiskFigures = Omit<PortfolioRisk, 'portfolio_id'>;

/** Risk by the formulas of analytics (packages/risk), of what one unit that was put in at the first day grew to. */
export function riskOf(past: Past, prices: PriceBook): RiskFigures {
  const growth = growthOf(past);
  const returns = simpleReturns(growth, DAY_MS).values;
  const fall = drawdownOf(growth)?.deepest ?? null;
  const loss = historicalLoss(returns, LEVEL);
  return {
    days: returns.length,
    volatility_percent: percentOf(realizedVolatility(growth, DAY_MS)?.annualized ?? null),
    max_drawdown_percent: returns.length === 0 ? null : percentOf(0 - (fall?.depth ?? 0)),
    drawdown_from: fall?.peakTime ?? null,
    drawdown_to: fall?.troughTime ?? null,
    value_at_risk_percent: percentOf(loss?.valueAtRisk ?? null),
    correlation_with_bitcoin: correlation(growth, bitcoinOf(past, prices), DAY_MS).correlation,
  };
}

/** 1 before the first day; days whose return is not known are holes, which no return reaches across. */
function growthOf({ days, returns }: Past): Series {
  const points = days.flatMap(({ day }, i) => {
    const grown = returns.accumulated[i] ?? null;
    return grown === null ? [] : [{ time: startOf(day), value: 1 + grown }];
  });
  const [first] = days;
  return seriesOf(first ? [{ time: startOf(first.day - 1), value: 1 }, ...points] : []);
}

function bitcoinOf({ days }: Past, prices: PriceBook): Series {
  const { bitcoinOf: priceOf } = dayPricesBy(prices);
  return seriesOf(
    days.flatMap(({ day }) => {
      const price = priceOf(day);
      return price === null ? [] : [{ time: startOf(day), value: Number(price) }];
    }),
  );
}
