import { Amount } from '@tidemark/ledger/amount';
import { describe, expect, test } from 'vitest';
import { KeptAsMoney, PutIntoEqualParts, PutIntoOne, type DayFlows } from './benchmarks.ts';
import type { Known } from './known.ts';
import { shown } from './test-ledger.ts';

/** Days as `[came, went]`. */
const daysOf = (...all: [number | null, number][]): DayFlows[] =>
  all.map(([came, went], day) => {
    return { day, came: came === null ? null : new Amount(came), went: new Amount(went) };
  });
const pricesOf = (prices: Record<string, (number | null)[]>) => (asset: string, day: number) => {
  const price = prices[asset]?.[day] ?? null;
  return price === null ? null : new Amount(price);
};

/** What is said of each day; by a copy that went on from the day before it is the same, and the copy changes nothing. */
function shownAll<B extends { copy(): B }>(
  benchmark: B,
  days: readonly DayFlows[],
  next: (benchmark: B, day: DayFlows) => Known,
) {
  return days.map((day) => {
    const ahead = shown(next(benchmark.copy(), day));
    expect(shown(next(benchmark, day))).toEqual(ahead);
    return ahead;
  });
}
const money = (days: readonly DayFlows[]) =>
  shownAll(new KeptAsMoney(), days, (benchmark, day) => benchmark.next(day));
const bitcoin = (prices: (number | null)[], days: readonly DayFlows[]) => {
  const priceOf = pricesOf({ BTC: prices });
  return shownAll(new PutIntoOne(), days, (benchmark, day) =>
    benchmark.next(day, priceOf('BTC', day.day)),
  );
};
const parts = (
  assetsOf: (day: number) => string[],
  prices: Record<string, (number | null)[]>,
  days: readonly DayFlows[],
) => {
  const priceOf = pricesOf(prices);
  return shownAll(new PutIntoEqualParts(), days, (benchmark, day) =>
    benchmark.next(day, assetsOf(day.day), (asset) => priceOf(asset, day.day)),
  );
};

describe('the same flows', () => {
  test('kept as money', () => {
    const known = daysOf([100, 0], [0, 30], [5, 0]);
    expect(money(known)).toEqual(['100', '70', '75']);
    const unknown = daysOf([100, 0], [null, 0], [5, 0]);
    expect(money(unknown)).toEqual(['100', null, null]);
  });

  test('put into one asset, at the price of the day', () => {
    const days = daysOf([100, 0], [40, 0], [0, 0], [0, 80]);
    expect(bitcoin([10, 20, null, 40], days)).toEqual(['100', '240', null, '400']);
  });

  test('on a day without a price are not known, nor from then on', () => {
    const days = daysOf([100, 0], [1, 0], [0, 0]);
    expect(bitcoin([10, null, 9], days)).toEqual(['100', null, null]);
  });

  test('that take out more than the asset made owe it', () => {
    const days = daysOf([100, 0], [0, 60], [0, 0]);
    expect(bitcoin([10, 5, 6], days)).toEqual(['100', '-10', '-12']);
  });

  test('put into equal parts buy what has a price, and sell the same part of each', () => {
    const prices = { A: [1, 2, 2], B: [5, 5, 10], C: [null, null, null] };
    const days = daysOf([100, 0], [0, 75], [0, 0]);
    // 50 of A and 10 of B; half of each is sold.
    expect(parts(() => ['A', 'B', 'C'], prices, days)).toEqual(['100', '75', '100']);
  });

  test('stay money while there is nothing to buy, and what goes is taken from that first', () => {
    const assetsOf = (day: number) => (day < 2 ? [] : ['A']);
    const days = daysOf([100, 0], [0, 40], [0, 30], [0, 0]);
    expect(parts(assetsOf, { A: [1, 1, 1, 2] }, days)).toEqual(['100', '60', '30', '60']);
    const owing = daysOf([10, 0], [0, 11], [5, 0]);
    expect(parts(() => [], {}, owing)).toEqual(['10', null, null]);
  });
});
