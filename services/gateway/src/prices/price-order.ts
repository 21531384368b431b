import type { Price } from '@tidemark/contracts/price';

/** How long a newer price stands against an older one, ms. */
const STANDS_MS = 5_000;

/**
 * Holds back a price that is older than the one shown, as the last word of a replica of market-data that another has
 * taken over from. Times are the replicas' own: one whose clock was ahead is not believed for longer than 5 s.
 */
export class PriceOrder {
  readonly #shown = new Map<string, { timestamp: number; at: number }>();

  /** @param now monotonic milliseconds */
  accepts({ coin_id, timestamp }: Pick<Price, 'coin_id' | 'timestamp'>, now: number): boolean {
    const time = Date.parse(timestamp);
    const shown = this.#shown.get(coin_id);
    if (shown && time < shown.timestamp && now - shown.at < STANDS_MS) return false;
    this.#shown.set(coin_id, { timestamp: time, at: now });
    return true;
  }
}
