import { BEGINNING, DailyChain } from '../model/market-days.ts';
import { hash3, hashText } from '../model/random.ts';
import { isBusinessDay, isoDay } from './business-days.ts';
import { SIM_CURRENCIES } from './currencies.ts';

const DAY_MS = 86_400_000;
/** A day's rates are out at 16:00 CET. */
const PUBLISHED_MS = 15 * 3_600_000;

/** A day's rates: of each currency as many as a euro is, as the ECB writes them. */
export interface ReferenceDay {
  day: string;
  rates: readonly { currency: string; rate: string }[];
}

/** Reference rates of made-up currencies' prices: a function of (seed, day), as the rest of the market is. ADR 0007. */
export class ReferenceSeries {
  readonly #chains: readonly DailyChain[];

  constructor(seed: number) {
    this.#chains = SIM_CURRENCIES.map(
      ({ code, volatility }) =>
        new DailyChain(hash3(seed, hashText(`reference ${code}`), 4), {
          ...{ volatility, reversion: 0.002, jumps: false },
        }),
    );
  }

  /** Every day from `from` on that is out at `now`, epoch ms, newest first. Days begin with the market's. */
  days(from: number, now: number): ReferenceDay[] {
    const days: ReferenceDay[] = [];
    for (let day = newestDay(now); day >= Math.max(from, BEGINNING); day -= DAY_MS) {
      if (isBusinessDay(day)) days.push(this.#day(day));
    }
    return days;
  }

  #day(time: number): ReferenceDay {
    const day = isoDay(time);
    const index = (time - BEGINNING) / DAY_MS;
    const rates = SIM_CURRENCIES.flatMap(({ code, perEuro, decimals, until }, i) => {
      if (until !== undefined && day > until) return [];
      const level = this.#chains[i]?.level(index) ?? 0;
      return [{ currency: code, rate: (perEuro * Math.exp(level)).toFixed(decimals) }];
    });
    return { day, rates };
  }
}

/** The last UTC day whose hour of publication is over, epoch ms; a weekend's has no rates. */
function newestDay(now: number): number {
  return Math.floor((now - PUBLISHED_MS) / DAY_MS) * DAY_MS;
}
