import type { SimCoin, SimListing } from '../products.ts';

export const VENUES = ['binance', 'coinbase'] as const;
export type Venue = (typeof VENUES)[number];

/** A coin on a venue. */
export interface Product {
  venue: Venue;
  coin: SimCoin;
  listing: SimListing;
}

/** The coins' products on a venue, in the table's order. */
export function productsOf(venue: Venue, coins: readonly SimCoin[]): Product[] {
  return coins.flatMap((coin) => {
    const listing = coin[venue];
    return listing ? [{ venue, coin, listing }] : [];
  });
}
