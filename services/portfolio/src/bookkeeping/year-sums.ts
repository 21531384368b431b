import type { Account } from '@tidemark/accounting/account';
import { plus, type Known } from '@tidemark/accounting/known';
import { ZERO } from '@tidemark/ledger/amount';

/** What the disposals of an asset came to in a year. */
export interface GainSums {
  count: number;
  proceeds: Known;
  cost: Known;
  gain: Known;
  /** Of the gain; null also where a pool knows no age. */
  short: Known;
  long: Known;
}

/** What a calendar year, UTC, came to, by asset. */
export interface YearSums {
  readonly year: number;
  readonly gains: ReadonlyMap<string, GainSums>;
  readonly incomes: ReadonlyMap<string, Known>;
}

export function yearOf(time: number): number {
  return new Date(time).getUTCFullYear();
}

/** The sums of each year, oldest first. `kept` are those of years in which nothing has changed. */
export function yearSums(
  { disposals, incomes }: Pick<Account, 'disposals' | 'incomes'>,
  kept: readonly YearSums[] = [],
): YearSums[] {
  const from = kept.length === 0 ? -Infinity : Date.UTC((kept.at(-1)?.year ?? 0) + 1, 0);
  const years = new Map<number, { gains: Map<string, GainSums>; incomes: Map<string, Known> }>();
  const of = (time: number) => {
    const year = yearOf(time);
    let sums = years.get(year);
    if (sums === undefined) years.set(year, (sums = { gains: new Map(), incomes: new Map() }));
    return sums;
  };
  for (const disposal of disposals) {
    if (disposal.disposed.time < from) continue;
    const { gains } = of(disposal.disposed.time);
    let sums = gains.get(disposal.asset);
    if (sums === undefined) gains.set(disposal.asset, (sums = noGains()));
    addTo(sums, disposal);
  }
  for (const { asset, time, value } of incomes) {
    if (time < from) continue;
    const { incomes: sums } = of(time);
    sums.set(asset, sums.has(asset) ? plus(sums.get(asset) ?? null, value) : value);
  }
  const made = [...years].map(([year, sums]) => ({ year, ...sums }));
  return [...kept, ...made.sort((a, b) => a.year - b.year)];
}

function noGains(): GainSums {
  return { count: 0, proceeds: ZERO, cost: ZERO, gain: ZERO, short: ZERO, long: ZERO };
}

function addTo(sums: GainSums, { proceeds, cost, gain, term }: Account['disposals'][number]): void {
  sums.count += 1;
  sums.proceeds = plus(sums.proceeds, proceeds);
  sums.cost = plus(sums.cost, cost);
  sums.gain = plus(sums.gain, gain);
  if (term === null) [sums.short, sums.long] = [null, null];
  else sums[term] = plus(sums[term], gain);
}
