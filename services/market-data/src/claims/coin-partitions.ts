import type { Listing } from '../coins/listing.ts';

/** Which partition of `trades` a coin's trades are in. */
export class CoinPartitions {
  readonly #listings: readonly Listing[];
  readonly #byCoin: ReadonlyMap<string, number>;

  constructor(listings: readonly Listing[], partitionOf: (coinId: string) => number) {
    this.#listings = listings;
    this.#byCoin = new Map(listings.map(({ coinId }) => [coinId, partitionOf(coinId)]));
  }

  of(coinId: string): number | undefined {
    return this.#byCoin.get(coinId);
  }

  /** The products of the coins in these partitions. */
  listings(partitions: ReadonlySet<number>): Listing[] {
    return this.#listings.filter(({ coinId }) => partitions.has(this.of(coinId) ?? -1));
  }

  coins(partitions: ReadonlySet<number>): Set<string> {
    return new Set(this.listings(partitions).map(({ coinId }) => coinId));
  }
}
