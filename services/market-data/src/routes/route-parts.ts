import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import { CoinIdSchema } from '@tidemark/contracts/coin';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { FeedsView } from '@tidemark/contracts/feeds';
import Type from 'typebox';
import type { CandleReader } from '../candles/candle-reader.ts';
import type { Universe, UniverseCoin } from '../coins/universe.ts';
import type { TakerFees } from '../price/arbitrage.ts';
import type { MarketStats } from '../price/market-stats.ts';
import type { PriceEngine } from '../price/price-engine.ts';
import type { QuoteBoard } from '../price/quote-board.ts';

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
  feeds(): Promise<FeedsView>;
}

/** Group of the market's routes in the API's documentation. */
export const tag = 'market';
export const CoinParams = Type.Object({ coin_id: CoinIdSchema });

/** @throws TidemarkError RESOURCE_NOT_FOUND */
export function coinOf(parts: RouteParts, coinId: string): UniverseCoin {
  const coin = parts.universe.coin(coinId);
  if (!coin) throw new TidemarkError('RESOURCE_NOT_FOUND', `Coin not found: ${coinId}`);
  return coin;
}
