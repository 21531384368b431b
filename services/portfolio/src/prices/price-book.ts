import type { AssetPrice, Position } from '@tidemark/contracts/portfolio-value';
import type { Amount } from '@tidemark/ledger/amount';
import type { UtcDay } from '../market/utc-day.ts';

/** What one unit of an asset is worth now, in the book's currency. */
export interface PriceNow extends Pick<AssetPrice, 'source' | 'quality'> {
  readonly amount: Amount;
  /** When it was true, epoch ms. */
  readonly asOf: number;
}

/** What an asset is taken for. */
export interface KnownAs {
  readonly kind: Position['kind'];
  /** Null: no coin of the market. */
  readonly coinId: string | null;
}

/**
 * What a portfolio's assets are worth, in its base currency, all by what was known at one moment. Nothing in it changes or
 * waits. What nobody knows is null: the price of another day never stands in for it.
 */
export interface PriceBook {
  /** ISO 4217. */
  readonly currency: string;
  /** When it was made, epoch ms. */
  readonly asOf: number;
  /** Another text wherever a price of the past may be another, of the assets that were asked for; prices of now do not change it. */
  readonly version: string;
  /** The same of the coins that were asked for besides. */
  readonly coinsVersion: string;
  /** Coins whose past prices are needed, and those of them whose past is there. */
  readonly progress: { readonly assets: number; readonly ready: number };
  knownAs(asset: string): KnownAs;
  now(asset: string): PriceNow | null;
  /** At the close of a UTC day that is over. */
  close(asset: string, day: UtcDay): Amount | null;
  /** The close of a coin of the market, among those that the book was asked for besides. */
  closeOfCoin(coinId: string, day: UtcDay): Amount | null;
  /** Of a coin of the market, now. */
  nowOfCoin(coinId: string): PriceNow | null;
  /** What a transaction of this time takes, epoch ms: the close of its UTC day, and on the day that is not over the price of now. */
  at(asset: string, time: number): Amount | null;
}

/** Which prices are wanted. */
export interface PricesWanted {
  /** When each asset was first had, epoch ms: from that day on its closes are wanted. */
  readonly assets: ReadonlyMap<string, number>;
  /** Coins of the market besides, such as `bitcoin`, and from when on. */
  readonly coins?: ReadonlyMap<string, number>;
}
