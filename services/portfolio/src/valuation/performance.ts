import { minus, plus, type Known } from '@tidemark/accounting/known';
import { moneyWeightedReturn } from '@tidemark/accounting/money-weighted';
import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { DAY_MS, startOf, utcDayOf } from '../market/utc-day.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { read, toPercent, written } from './figures.ts';
import { grownUntilNow, TIMING } from '../history/growth.ts';
import { closedOf, positionsOf, unrealisedOf } from './positions.ts';
import type { Summary } from './summary.ts';
import { worthOf } from './worth.ts';

const YEAR_DAYS = 365;

export type Figures = Omit<
  PortfolioPerformance,
  'portfolio_id' | 'currency' | 'method' | 'convention' | 'as_of'
>;

/** What a portfolio is worth at the prices of now. */
export function performanceOf(summary: Summary, prices: PriceBook): Figures {
  const { value, cost, gain, roi_percent, today } = worthOf(summary, prices);
  return {
    ...{ value: written(value), cost: written(cost), gain: written(gain), roi_percent, today },
    realised: summary.realised,
    currency_gains: summary.currency,
    income: summary.income,
    unrealised: written(unrealisedOf(summary, prices)),
    expenses: summary.expenses,
    put_in: summary.putIn,
    taken_out: summary.takenOut,
    gained: summary.isWhole ? written(gainedOf(summary, value)) : null,
    money: summary.money,
    time_weighted: timeWeighted(summary, value, prices),
    money_weighted: moneyWeighted(summary, value, prices),
    positions: positionsOf(summary, prices),
    closed: closedOf(summary, prices.currency),
    unpriced: summary.held.flatMap(({ asset }) => (prices.now(asset) === null ? [asset] : [])),
    missing_prices: summary.missing,
    oversold: summary.oversold,
    history: prices.progress,
  };
}

function gainedOf({ putIn, takenOut }: Summary, value: Known): Known {
  return plus(minus(value, read(putIn)), read(takenOut));
}

export function timeWeighted(
  { growth, today }: Summary,
  value: Known,
  prices: PriceBook,
): PortfolioPerformance['time_weighted'] {
  const day = utcDayOf(prices.asOf);
  const [came, went] = [read(today.came), read(today.went)];
  const grown = grownUntilNow(growth, { value, came, went });
  const days = growth.since === null ? 0 : day - growth.since;
  const annual =
    grown === null || days < YEAR_DAYS ? null : (1 + grown.whole) ** (YEAR_DAYS / days) - 1;
  return {
    percent: grown && toPercent(grown.whole),
    annual_percent: annual === null ? null : toPercent(annual),
    timing: TIMING,
    since: growth.since === null ? null : startOf(growth.since),
    unexplained_days: growth.unexplained + (grown?.today === null ? 1 : 0),
  };
}

export function moneyWeighted(
  { flows }: Summary,
  value: Known,
  prices: PriceBook,
): PortfolioPerformance['money_weighted'] {
  const none = { annual_percent: [], overall_percent: [], days: 0 };
  if (flows === null || value === null) return { answer: 'not_known', ...none };
  const { answer, annual, overall, days } = moneyWeightedReturn([
    ...flows.map(([day, amount]) => ({ time: day * DAY_MS, amount })),
    { time: prices.asOf, amount: Number(value) },
  ]);
  return {
    answer,
    annual_percent: annual.map((each) => each * 100).filter(Number.isFinite),
    overall_percent: overall.map((each) => each * 100).filter(Number.isFinite),
    days,
  };
}
