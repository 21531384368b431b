import type { Migration } from 'kysely/migration';
import { candles } from './0001-candles.ts';
import { tradeWatermarks } from './0002-trade-watermarks.ts';
import { candleGaps } from './0003-candle-gaps.ts';
import { prices } from './0004-prices.ts';
import { historyProgress } from './0005-history-progress.ts';
import {
  candlesByTime,
  historyFirstBar,
  openCandles,
  partitionOwners,
  priceQuality,
} from './0006-to-0010.ts';
import { euroRates } from './0011-euro-rates.ts';
import { historyRequests } from './0012-history-requests.ts';

/** The service's tables; names sort in the order of application. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-candles': candles,
  '0002-trade-watermarks': tradeWatermarks,
  '0003-candle-gaps': candleGaps,
  '0004-prices': prices,
  '0005-history-progress': historyProgress,
  '0006-candles-by-time': candlesByTime,
  '0007-open-candles': openCandles,
  '0008-partition-owners': partitionOwners,
  '0009-price-quality': priceQuality,
  '0010-history-first-bar': historyFirstBar,
  '0011-euro-rates': euroRates,
  '0012-history-requests': historyRequests,
};
