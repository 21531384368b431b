import type { SimCoin } from '../products.ts';
import { marketChain } from './market-days.ts';
import { PriceTree } from './price-tree.ts';
import { ProductTree } from './product-tree.ts';
import { productsOf, type Venue, VENUES } from './product.ts';

/** Every product of both venues, by venue and name, in the order of the coins. */
export type MarketModel = Record<Venue, Map<string, ProductTree>>;

/**
 * The simulated market: a pure function of (seed, coins, rate) and time. The same arguments give the same trades and
 * candles, to the last digit, in every process. ADR 0007.
 */
export function createMarketModel(options: {
  seed: number;
  rate: number;
  coins: readonly SimCoin[];
}): MarketModel {
  const market = marketChain(options.seed);
  const trees = new Map(
    options.coins.map((coin) => [coin.id, new PriceTree(options.seed, coin, market)]),
  );
  const tether = [...trees.values()].find((tree) => tree.coin.symbol === 'USDT');
  const usdtRate = (day: number): number =>
    tether ? (tether.level(day) + tether.level(day + 1)) / 2 : 1;
  const model: MarketModel = { binance: new Map(), coinbase: new Map() };
  for (const venue of VENUES) {
    for (const product of productsOf(venue, options.coins)) {
      const prices = trees.get(product.coin.id) as PriceTree;
      const tree = new ProductTree({ ...options, product, prices, usdtRate });
      model[venue].set(product.listing.product, tree);
    }
  }
  return model;
}
