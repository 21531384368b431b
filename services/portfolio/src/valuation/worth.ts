import { minus, plus, times, total, type Known } from '@tidemark/accounting/known';
import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import type { PriceBook } from '../prices/price-book.ts';
import { percentOf, read, written } from './figures.ts';
import { valueOf } from './positions.ts';
import type { Summary } from './summary.ts';

/** What a portfolio is worth now, and what changes with it at every price. */
export interface Worth {
  readonly value: Known;
  readonly cost: Known;
  readonly gain: Known;
  readonly roi_percent: number | null;
  readonly today: PortfolioPerformance['today'];
}

export function worthOf(summary: Summary, prices: PriceBook): Worth {
  const value = valueOf(summary, prices);
  const costs = total(summary.held.map((each) => read(each.cost)));
  const cost = plus(costs, read(summary.money));
  const gain = minus(value, cost);
  const today = todayOf(summary, value, prices);
  return { value, cost, gain, roi_percent: percentOf(gain, cost), today };
}

function todayOf(
  { midnight, today }: Summary,
  value: Known,
  prices: PriceBook,
): PortfolioPerformance['today'] {
  const before = total(
    midnight.quantities.map(([asset, quantity]) =>
      times(prices.close(asset, midnight.day - 1), read(quantity)),
    ),
  );
  const [came, went] = [read(today.came), read(today.went)];
  const change = plus(minus(minus(value, before), came), went);
  return { change: written(change), percent: percentOf(change, plus(before, came)) };
}
