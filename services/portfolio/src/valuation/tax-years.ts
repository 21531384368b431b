import { plus, total, type Known } from '@tidemark/accounting/known';
import type { Gains } from '@tidemark/contracts/portfolio-gains';
import { ZERO } from '@tidemark/ledger/amount';
import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import { yearOf, type GainSums, type YearSums } from '../bookkeeping/year-sums.ts';
import { written } from './figures.ts';

type TaxYear = Gains['years'][number];

/**
 * Gains by calendar year, UTC, newest first. Where something was refused, what is known of its year and of those after is not
 * all of it: they have no sums.
 */
export function taxYears({ books, years, prices }: OpenedBooks): TaxYear[] {
  const { refused } = books.account;
  const brokenFrom = refused.reduce((least, { time }) => Math.min(least, yearOf(time)), Infinity);
  const isMoney = (asset: string) => prices.knownAs(asset).kind === 'money';
  return years.map((sums) => taxYear(sums, isMoney, sums.year >= brokenFrom)).reverse();
}

function taxYear(
  { year, gains, incomes }: YearSums,
  isMoney: (asset: string) => boolean,
  isBroken: boolean,
): TaxYear {
  const ofCoins = [...gains].flatMap(([asset, sums]) => (isMoney(asset) ? [] : [sums]));
  const ofMoney = [...gains].flatMap(([asset, sums]) => (isMoney(asset) ? [sums] : []));
  const sum = (all: readonly GainSums[], figure: (sums: GainSums) => Known) =>
    isBroken ? null : written(total(all.map(figure)));
  return {
    ...{ year, disposals: ofCoins.reduce((count, each) => count + each.count, 0) },
    proceeds: sum(ofCoins, ({ proceeds }) => proceeds),
    cost: sum(ofCoins, ({ cost }) => cost),
    gain: sum(ofCoins, ({ gain }) => gain),
    short_term: sum(ofCoins, ({ short }) => short),
    long_term: sum(ofCoins, ({ long }) => long),
    currency_gains: sum(ofMoney, ({ gain }) => gain),
    income: written(total(incomes.values())),
  };
}

/** Of all years: the gains of each asset, and its income. */
export function sumsByAsset(
  years: readonly YearSums[],
): Map<string, { gain: Known; income: Known }> {
  const all = new Map<string, { gain: Known; income: Known }>();
  const of = (asset: string) => {
    const known = all.get(asset) ?? { gain: ZERO, income: ZERO };
    all.set(asset, known);
    return known;
  };
  for (const { gains, incomes } of years) {
    for (const [asset, { gain }] of gains) of(asset).gain = plus(of(asset).gain, gain);
    for (const [asset, income] of incomes) of(asset).income = plus(of(asset).income, income);
  }
  return all;
}
