import type { DailyValue } from '@tidemark/accounting/daily-values';
import type { PortfolioHistory } from '@tidemark/contracts/portfolio-history';
import { dayText, type UtcDay } from '../market/utc-day.ts';

/** Days one after another on which the price of an asset that was held is not known. */
interface Gap {
  readonly asset: string;
  readonly from: UtcDay;
  to: UtcDay;
}

const MOST_TOLD = 100;

/** What is lacking on the days, the earliest first; of those that begin on one day by the asset. */
export function gapsOf(days: readonly DailyValue[]): PortfolioHistory['gaps'] {
  const all: Gap[] = [];
  const open = new Map<string, Gap>();
  for (const { day, lacking } of days) {
    for (const asset of lacking) {
      const gap = open.get(asset);
      if (gap?.to === day - 1) gap.to = day;
      else {
        const begun = { asset, from: day, to: day };
        open.set(asset, begun);
        all.push(begun);
      }
    }
  }
  all.sort((a, b) => a.from - b.from || (a.asset < b.asset ? -1 : 1));
  return all
    .slice(0, MOST_TOLD)
    .map(({ asset, from, to }) => ({ asset, from: dayText(from), to: dayText(to) }));
}
