import type { Exchange } from '@tidemark/contracts/exchange';

/** A venue's product for a coin. `quote` is what its prices are in. */
export interface Listing {
  exchange: Exchange;
  product: string;
  coinId: string;
  quote: 'USD' | 'USDT';
}
