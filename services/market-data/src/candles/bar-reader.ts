import type { Interval } from '@tidemark/contracts/candle';
import type { Listing } from '../coins/universe.ts';
import type { CandleStore } from '../store/candle-store.ts';
import { barTime, type Bar } from './candle.ts';
import { withOpenMinutes } from './consolidated-candle.ts';

/** [from, to) in epoch ms; the newest `limit` bars of it, or the oldest. */
export interface CandleRange {
  from: number;
  to: number;
  limit: number;
  /** Default `newest`. */
  end?: 'newest' | 'oldest';
}

/** As many as the range asks for, of its end. */
export function cut<T>(bars: readonly T[], { limit, end = 'newest' }: CandleRange): T[] {
  return end === 'newest' ? bars.slice(-limit) : bars.slice(0, limit);
}

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
