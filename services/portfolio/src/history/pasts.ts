import type { OpenedBooks } from '../bookkeeping/opened-books.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { pastOf, type Past } from './past.ts';

/** Days that are kept of all portfolios together; each has what was held on it, so that 100 assets of 2,000 days are some 20 MB. */
const MOST_DAYS = 20_000;

interface Kept {
  readonly opened: OpenedBooks;
  readonly past: Past;
}

/** Pasts of portfolios, as many as there is room for: what was used last stays. */
export class Pasts {
  readonly #kept = new Map<string, Kept>();

  /** The past by these books; what is known of it by the books before is not computed again. `prices`: with bitcoin's past. */
  of(opened: OpenedBooks, prices: PriceBook): Past {
    const place = [opened.of.portfolioId, opened.of.method].join(' ');
    const kept = this.#kept.get(place);
    const isSame = kept?.opened === opened && kept.past.coinsVersion === prices.coinsVersion;
    const past = isSame ? kept.past : pastOf(opened, prices, kept?.past ?? null);
    this.#kept.delete(place);
    this.#kept.set(place, { opened, past });
    this.#shorten();
    return past;
  }

  /** Lets the oldest go, never the newest. */
  #shorten(): void {
    let sum = 0;
    for (const { past } of this.#kept.values()) sum += past.days.length;
    for (const [place, { past }] of this.#kept) {
      if (sum <= MOST_DAYS || this.#kept.size === 1) return;
      this.#kept.delete(place);
      sum -= past.days.length;
    }
  }
}
