import type { BarsAsk, CandleStore, StoredBars } from '../store/candle-store.ts';
import { type Bar, barTime, cut } from '../book/bar.ts';
import { withOpenMinutes } from './consolidated-candle.ts';

/** Reads venues' bars, the open ones as far as they go. */
export class BarReader {
  readonly #store: Pick<CandleStore, 'read'>;

  constructor(store: Pick<CandleStore, 'read'>) {
    this.#store = store;
  }

  /**
   * For each ask of each group the product's bars that open in the range, oldest first, as many as its limit. All are read
   * together, and equal ones once.
   */
  async read(groups: readonly (readonly BarsAsk[])[]): Promise<Bar[][][]> {
    const asks = new Map(groups.flat().map((ask) => [nameOf(ask), ask]));
    const stored = await this.#store.read([...asks.values()]);
    const bars = new Map(
      [...asks].map(([name, ask], i) => [name, wholeBars(ask, stored[i] ?? NOTHING)]),
    );
    return groups.map((group) => group.map((ask) => bars.get(nameOf(ask)) ?? []));
  }
}

const NOTHING: StoredBars = { bars: [], openMinutes: [] };

function wholeBars({ interval, range }: BarsAsk, { bars, openMinutes }: StoredBars): Bar[] {
  const inRange = openMinutes.filter(({ time }) => {
    const opens = barTime(time, interval);
    return opens < range.to && opens >= range.from;
  });
  return cut(withOpenMinutes(bars, inRange, interval), range);
}

function nameOf({ listing, interval, range }: BarsAsk): string {
  const { from, to, limit, end = 'newest' } = range;
  return [listing.coinId, listing.exchange, interval, from, to, limit, end].join('|');
}
