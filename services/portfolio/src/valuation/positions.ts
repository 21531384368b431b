import { minus, plus, times, total, type Known } from '@tidemark/accounting/known';
import type { PortfolioPerformance, Position } from '@tidemark/contracts/portfolio-value';
import { Amount, writeAmount } from '@tidemark/ledger/amount';
import { utcDayOf } from '../market/utc-day.ts';
import type { PriceBook, PriceNow } from '../prices/price-book.ts';
import { percentOf, read, written } from './figures.ts';
import type { AssetSummary, Summary } from './summary.ts';

/** Everything that is held, with the base currency. */
export function valueOf(summary: Summary, prices: PriceBook): Known {
  const values = summary.held.map((each) => worthOf(each, prices));
  return plus(total(values), new Amount(summary.money));
}

/** Value less cost of everything that is held. */
export function unrealisedOf({ held }: Summary, prices: PriceBook): Known {
  return total(held.map((each) => minus(worthOf(each, prices), read(each.cost))));
}

/** What is held, most valuable first, and the base currency where there is any; what has no price comes last, by name. */
export function positionsOf(summary: Summary, prices: PriceBook): Position[] {
  const all = [...summary.held, ...balanceOf(summary, prices.currency)];
  const whole = valueOf(summary, prices);
  const valued = all.map((each) => ({ each, value: worthOf(each, prices) }));
  valued.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || byName(a.each, b.each);
    }
    return b.value.cmp(a.value) || byName(a.each, b.each);
  });
  return valued.map(({ each, value }) => positionOf(each, value, whole, prices));
}

export function closedOf(summary: Summary, base: string): PortfolioPerformance['closed'] {
  return summary.closed.filter(({ asset }) => asset !== base);
}

function positionOf(
  { asset, quantity, wallets, cost: text, realised, income }: AssetSummary,
  value: Known,
  whole: Known,
  prices: PriceBook,
): Position {
  const { kind, coinId } = prices.knownAs(asset);
  const cost = read(text);
  const unrealised = minus(value, cost);
  const price = prices.now(asset);
  const atMidnight = prices.close(asset, utcDayOf(prices.asOf) - 1);
  const today = times(minus(price?.amount ?? null, atMidnight), new Amount(quantity));
  return {
    ...{ asset, coin_id: coinId, kind, quantity, wallets: [...wallets] },
    price: price && told(price),
    ...{ value: written(value), cost: text, unrealised: written(unrealised) },
    unrealised_percent: percentOf(unrealised, cost),
    ...{ realised, income },
    share_percent: percentOf(value, whole),
    today: written(today),
    ...{ target_percent: null, drift_percent: null },
  };
}

/** The base currency as a position: it is worth what it is. */
function balanceOf({ money, moneyIn }: Summary, base: string): AssetSummary[] {
  if (money === '0') return [];
  const of = { asset: base, quantity: money, cost: money, wallets: moneyIn };
  return [{ ...of, realised: '0', income: '0' }];
}

function worthOf({ asset, quantity }: AssetSummary, prices: PriceBook): Known {
  return times(prices.now(asset)?.amount ?? null, new Amount(quantity));
}

function told({ amount, source, asOf, quality }: PriceNow): Position['price'] {
  return { amount: writeAmount(amount), source, as_of: asOf, quality };
}

function byName(a: { asset: string }, b: { asset: string }): number {
  return a.asset < b.asset ? -1 : 1;
}
