import type { PriceNow } from './price-book.ts';
import type { DailySeries } from '../market/daily-series.ts';
import type { UtcDay } from '../market/utc-day.ts';

/** A price of now in US dollars, as plain data. */
export interface NowData extends Pick<PriceNow, 'source' | 'quality' | 'asOf'> {
  /** Decimal. */
  readonly usd: string;
}

/** What is known of what something is worth in US dollars. */
export interface WorthData {
  readonly daily: DailySeries;
  readonly now: NowData | null;
}

export interface AssetData extends WorthData {
  readonly asset: string;
  readonly kind: 'coin' | 'money' | 'other';
  readonly coinId: string | null;
  /** Given by hand, in the base currency, oldest first. */
  readonly manual: readonly (readonly [UtcDay, string])[];
}

/** All that a price book is made of: plain data, which can be handed to a thread. */
export interface PriceData {
  readonly currency: string;
  /** Epoch ms. */
  readonly asOf: number;
  readonly version: string;
  readonly coinsVersion: string;
  readonly progress: { readonly assets: number; readonly ready: number };
  /** Of the base currency; null: it is the US dollar. */
  readonly base: WorthData | null;
  readonly assets: readonly AssetData[];
  /** Coins of the market besides. */
  readonly coins: readonly AssetData[];
}
