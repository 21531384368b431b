import type { Exchange } from '@tidemark/contracts/exchange';

/** What came of a venue's trades through the bus. */
export interface VenueTrades {
  /** Trades that were seen before. */
  duplicates: number;
  /** The venue's time of the newest, epoch ms; 0: none yet. */
  newest: number;
}

/** The consumer counts, others read. */
export class TradeCounts {
  readonly #venues = new Map<Exchange, VenueTrades>();

  of(exchange: Exchange): VenueTrades {
    let counts = this.#venues.get(exchange);
    if (!counts) {
      counts = { duplicates: 0, newest: 0 };
      this.#venues.set(exchange, counts);
    }
    return counts;
  }
}
