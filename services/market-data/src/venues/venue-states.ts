import type { Exchange } from '@tidemark/contracts/exchange';
import type { Listing } from '../coins/listing.ts';
import type { FeedState } from './venue.ts';

/** What is known of the venues now: which products they list, and whether their feeds are live. */
export class VenueStates {
  readonly #listed = new Map<Exchange, ReadonlySet<string>>();
  readonly #unlisted = new Map<Exchange, readonly string[]>();
  readonly #feeds = new Map<Exchange, FeedState['status']>();

  noteFeed(exchange: Exchange, status: FeedState['status']): void {
    this.#feeds.set(exchange, status);
  }

  /** Which of the products that are wanted the venue has; answers those that it has not. */
  noteListed(
    exchange: Exchange,
    wanted: readonly string[],
    there: ReadonlySet<string>,
  ): readonly string[] {
    const unlisted = wanted.filter((product) => !there.has(product));
    this.#listed.set(exchange, new Set(wanted.filter((product) => there.has(product))));
    this.#unlisted.set(exchange, unlisted);
    return unlisted;
  }

  isLive(exchange: Exchange): boolean {
    return this.#feeds.get(exchange) === 'live';
  }

  /** False once the venue has said that it does not have the product. */
  mayList({ exchange, product }: Listing): boolean {
    return this.#listed.get(exchange)?.has(product) ?? true;
  }

  /** True once the venue has said that it has the product. */
  isListed({ exchange, product }: Listing): boolean {
    return this.#listed.get(exchange)?.has(product) ?? false;
  }

  /** Products of ours that the venue lists; null: it has not said yet. */
  listed(exchange: Exchange): ReadonlySet<string> | null {
    return this.#listed.get(exchange) ?? null;
  }

  unlisted(exchange: Exchange): readonly string[] {
    return this.#unlisted.get(exchange) ?? [];
  }
}
