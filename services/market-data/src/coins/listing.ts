import type { Exchange } from '@tidemark/contracts/exchange';

/** A venue's product for a coin. `quote` is what its prices are in. */
export interface Listing {
  exchange: Exchange;
  product: string;
  coinId: string;
  quote: 'USD' | 'USDT';
}

/** A map keyed by a venue's product; two levels, since joining the names for every trade is dear. */
export class ByProduct<V> {
  readonly #venues = new Map<Exchange, Map<string, V>>();

  get(exchange: Exchange, product: string): V | undefined {
    return this.#venues.get(exchange)?.get(product);
  }

  set(exchange: Exchange, product: string, value: V): void {
    const products = this.#venues.get(exchange);
    if (products) products.set(product, value);
    else this.#venues.set(exchange, new Map([[product, value]]));
  }

  delete(exchange: Exchange, product: string): void {
    this.#venues.get(exchange)?.delete(product);
  }
}
