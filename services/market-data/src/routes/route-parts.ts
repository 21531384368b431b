import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import type { Coin } from '@tidemark/contracts/coin';
import { unknownCoin } from '@tidemark/contracts/unknown-coin';
import type { FeedsView } from '@tidemark/contracts/feeds';
import type { CandleReader } from '../reading/candle-reader.ts';
import type { Universe, UniverseCoin } from '../coins/universe.ts';
import type { Listing } from '../coins/listing.ts';
import type { DeepHistoryStore } from '../store/deep-history-store.ts';
import type { MoneyRates } from '../currencies/money-rates.ts';
import type { TakerFees } from '../price/arbitrage.ts';
import type { MarketStats } from '../price/market-stats.ts';
import type { PriceEngine } from '../price/price-engine.ts';
import type { QuoteBoard } from '../quotes/quote-board.ts';

/** Daily candles of long ago that are wanted, and what there is of them. */
export type WantedHistory = Pick<DeepHistoryStore, 'wanted' | 'reaches'> & {
  want(since: ReadonlyMap<string, number>): Promise<void>;
  /** False once a venue has said that it does not have the product: nothing of it is waited for. */
  mayList(listing: Listing): boolean;
};

/** What the routes answer from. */
export interface RouteParts {
  clock: Clock;
  cache: Cache;
  universe: Universe;
  engine: PriceEngine;
  board: QuoteBoard;
  stats: MarketStats;
  candles: CandleReader;
  fees: TakerFees;
  rates: MoneyRates;
  deepHistory: WantedHistory;
  feeds(): Promise<FeedsView>;
}

/** Group of the market's routes in the API's documentation. */
export const tag = 'market';

/** A coin as the API shows it. */
export function viewOf({ coinId, symbol, name, listings }: UniverseCoin): Coin {
  const products = listings.map(({ exchange, product }) => ({ exchange, product }));
  return { coin_id: coinId, symbol, name, products };
}

/** @throws TidemarkError RESOURCE_NOT_FOUND, with the slug where it is a coin's ticker */
export function coinOf(parts: RouteParts, coinId: string): UniverseCoin {
  const coin = parts.universe.coin(coinId);
  if (!coin) throw unknownCoin(coinId, parts.universe.coins.map(viewOf));
  return coin;
}
