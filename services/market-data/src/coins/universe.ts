import type { Exchange } from '@tidemark/contracts/exchange';
import { ByProduct, type Listing } from './listing.ts';
import { RATE_LISTINGS } from './rate-listings.ts';
import entries from './universe.json' with { type: 'json' };

export interface UniverseCoin {
  coinId: string;
  symbol: string;
  name: string;
  listings: readonly Listing[];
}

/** The coins that Tidemark follows, and how to find them by a venue's product name. */
export class Universe {
  readonly coins: readonly UniverseCoin[];
  readonly listings: readonly Listing[];
  readonly #byProduct = new ByProduct<Listing>();
  readonly #byId: ReadonlyMap<string, UniverseCoin>;

  constructor(coins: readonly UniverseCoin[]) {
    this.coins = coins;
    this.listings = [...coins.flatMap((coin) => coin.listings), ...RATE_LISTINGS];
    for (const listing of this.listings) {
      this.#byProduct.set(listing.exchange, listing.product, listing);
    }
    this.#byId = new Map(coins.map((coin) => [coin.coinId, coin]));
  }

  coin(coinId: string): UniverseCoin | undefined {
    return this.#byId.get(coinId);
  }

  listing(exchange: Exchange, product: string): Listing | undefined {
    return this.#byProduct.get(exchange, product);
  }

  products(exchange: Exchange): string[] {
    return this.listings.filter((l) => l.exchange === exchange).map((l) => l.product);
  }
}

/** The default universe: 30 coins listed on both venues, from `universe.json`. */
export function defaultUniverse(): Universe {
  return new Universe(
    entries.map((entry) => ({
      coinId: entry.coin_id,
      symbol: entry.symbol,
      name: entry.name,
      listings: entry.products.map((p) => ({
        exchange: p.exchange as Exchange,
        product: p.product,
        coinId: entry.coin_id,
        quote: p.quote as Listing['quote'],
      })),
    })),
  );
}
