import type { MarketModel } from '../model/market-model.ts';
import { USUAL_MARKET_VOLATILITY } from '../model/market-days.ts';
import { Memo } from '../model/memo.ts';
import type { ProductTree } from '../model/product-tree.ts';
import type { SimCoin } from '../products.ts';
import type { SimulatedStory } from './simulated-story.ts';

/** Hours whose stories are remembered: some three weeks. */
const HOURS_KEPT = 256;

/** A candle in USD (USDT where the coin has no product in dollars). */
export interface NewsBar {
  open: number;
  high: number;
  low: number;
  close: number;
}

/** A coin that there are stories of. */
export interface NewsCoin {
  coin: SimCoin;
  /** Usual standard deviation of the coin's daily return, as a share. */
  sigma: number;
  /** The coin's share of all that is written, 0 to 1; all shares make 1. */
  share: number;
  /** The candle over [from, to), both epoch ms on whole minutes; undefined before there is a market. */
  bar(from: number, to: number): NewsBar | undefined;
}

/** What stories are made of: nothing but the seed and the market's candles. */
export interface NewsMarket {
  seed: number;
  coins: readonly NewsCoin[];
  /** Stories by the hour of what they tell of; a memo, nothing more. */
  hours: Memo<readonly SimulatedStory[]>;
}

/** The model's market as stories see it; coins that follow the dollar are left out. Costs nothing until candles are read. */
export function createNewsMarket(options: {
  seed: number;
  coins: readonly SimCoin[];
  model: MarketModel;
}): NewsMarket {
  const known = options.coins.flatMap((coin) => {
    const tree = coin.beta === 0 ? undefined : treeOf(options.model, coin);
    return tree ? [{ coin, tree, weight: Math.sqrt(tree.product.listing.tradesPerMinute) }] : [];
  });
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const coins = known.map(({ coin, tree, weight }) => ({
    coin,
    sigma: Math.hypot(coin.beta * USUAL_MARKET_VOLATILITY, coin.volatility),
    share: weight / total,
    bar: (from: number, to: number) => barOf(tree, from, to),
  }));
  return { seed: options.seed, coins, hours: new Memo(HOURS_KEPT) };
}

function treeOf({ binance, coinbase }: MarketModel, coin: SimCoin): ProductTree | undefined {
  return coinbase.get(coin.coinbase?.product ?? '') ?? binance.get(coin.binance?.product ?? '');
}

function barOf(tree: ProductTree, from: number, to: number): NewsBar | undefined {
  if (from < tree.begins) return undefined;
  const bar = tree.bar(from, to);
  if (!bar) return undefined;
  const scale = 10 ** tree.product.listing.tickDecimals;
  const { open, high, low, close } = bar;
  return { open: open / scale, high: high / scale, low: low / scale, close: close / scale };
}
