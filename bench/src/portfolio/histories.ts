import { PutIntoEqualParts, PutIntoOne } from '@tidemark/accounting/benchmarks';
import { Books } from '@tidemark/accounting/books';
import { contributions } from '@tidemark/accounting/contributions';
import { CONVENTIONS } from '@tidemark/accounting/convention';
import { dailyReturns } from '@tidemark/accounting/daily-returns';
import { dailyValues, firstChangedDay, type DailyValue } from '@tidemark/accounting/daily-values';
import type { Terms } from '@tidemark/accounting/terms';
import { line } from '../analytics/line.ts';
import { bestCpu } from './cpu.ts';
import { DAY_MS, madeAssets, madeLedger, madePrices } from './made-ledger.ts';

const ASSETS = 100;
/** What the days may cost when a transaction of last week is another, times all of them. */
const MOST_EDIT = 0.1;

/** Prints what a history of 2,000 days costs, all of it and after an edit of last week. Answers whether the edit is cheap enough. */
export function historyCosts(count: number, rounds: number): boolean {
  const assets = madeAssets(ASSETS);
  const ledger = madeLedger(count, assets);
  const prices = madePrices(assets);
  const priceOf = (asset: string, day: number) => prices(asset, day * DAY_MS);
  const terms: Terms = {
    ...{ base: 'USD', method: 'fifo', priceOf: prices },
    convention: CONVENTIONS.tidemark,
  };
  const books = Books.of(ledger, terms);
  const end = ledger.at(-1)?.time ?? 0;
  const daily = { base: 'USD', method: terms.method, until: Math.floor(end / DAY_MS), priceOf };
  const all = dailyValues(books, daily);
  const changed = firstChangedDay(end - 7 * DAY_MS, terms.method);
  const kept = all.filter(({ day }) => day < changed);
  const whole = bestCpu(rounds, () => dailyValues(books, daily));
  const edit = bestCpu(rounds, () => dailyValues(books, daily, kept));
  const year: [DailyValue, DailyValue] = [all.at(-366) as DailyValue, all.at(-1) as DailyValue];
  const costs = {
    'values, all days': whole,
    'values after an edit of last week': edit,
    'time-weighted return': bestCpu(rounds, () => dailyReturns(all)),
    'all in one coin': bestCpu(rounds, () => inOneCoin(all, priceOf)),
    'all coins in equal parts': bestCpu(rounds, () => inEqualParts(all, priceOf)),
    'contributions of a year': bestCpu(rounds, () => contributions(books, terms, year, priceOf)),
  };
  process.stdout.write(
    `History of ${all.length} days, ${count} transactions of ${ASSETS} assets, CPU ms, best of ${rounds}\n` +
      Object.entries(costs)
        .map(([name, ms]) => line(name, [ms.toFixed(1)]))
        .join(''),
  );
  const met = edit < MOST_EDIT * whole;
  process.stdout.write(
    `an edit of last week under ${MOST_EDIT} of all days: ${met ? 'yes' : 'NO'} (${(edit / whole).toFixed(3)})\n\n`,
  );
  return met;
}

type DayPrice = Parameters<typeof contributions>[3];

function inOneCoin(days: readonly DailyValue[], priceOf: DayPrice): void {
  const benchmark = new PutIntoOne();
  for (const each of days) benchmark.next(each, priceOf('C01', each.day));
}

function inEqualParts(days: readonly DailyValue[], priceOf: DayPrice): void {
  const coinsOf = ({ held }: DailyValue) => [...held.keys()].filter((asset) => asset !== 'USD');
  const benchmark = new PutIntoEqualParts();
  for (const each of days) benchmark.next(each, coinsOf(each), (asset) => priceOf(asset, each.day));
}
