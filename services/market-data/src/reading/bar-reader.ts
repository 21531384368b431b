import type { Interval } from '@tidemark/contracts/candle';
import type { Listing } from '../coins/listing.ts';
import type { CandleStore } from '../store/candle-store.ts';
import { cut, type CandleRange } from '../book/candle-range.ts';
import { barTime, type Bar } from '../book/bar.ts';
import { withOpenMinutes } from './consolidated-candle.ts';

/** Reads one venue's bars, the open ones as far as they go. */
export class BarReader {
  readonly #store: CandleStore;

  constructor(store: CandleStore) {
    this.#store = store;
  }

  /** Bars of a product that open in the range, oldest first, as many as its limit. */
  async read(listing: Listing, interval: Interval, range: CandleRange): Promise<Bar[]> {
    const bars = await this.#store.bars(listing, interval, range);
    if (interval === '1m') return bars;
    const open = await this.#store.openMinutes(listing);
    const inRange = open.filter(({ time }) => {
      const opens = barTime(time, interval);
      return opens < range.to && opens >= range.from;
    });
    return cut(withOpenMinutes(bars, inRange, interval), range);
  }
}
