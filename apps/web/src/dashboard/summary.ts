import type { Coin } from '@tidemark/contracts/coin';
import type { PriceTick } from '@tidemark/contracts/price';
import { isStale, type PricesState } from '../market/prices-slice.ts';

export interface MarketSummary {
  /** Coins with a price that is not stale. */
  fresh: number;
  stale: number;
  /** USD on all venues in 24 h; null while no coin's volume is known. */
  volume: number | null;
  /** The coin that moved furthest in 24 h, either way. */
  topMover: { coin: Coin; percent: number } | null;
  /** Coins up and down over 24 h. */
  up: number;
  down: number;
}

type Ticks = Readonly<Record<string, PriceTick>>;

function topMoverOf(coins: readonly Coin[], ticks: Ticks): MarketSummary['topMover'] {
  let top: MarketSummary['topMover'] = null;
  for (const coin of coins) {
    const percent = ticks[coin.coin_id]?.change_24h_pct ?? null;
    if (percent === null) continue;
    if (top === null || Math.abs(percent) > Math.abs(top.percent)) top = { coin, percent };
  }
  return top;
}

/** The market in a few figures. */
export function summarise(coins: readonly Coin[], prices: PricesState): MarketSummary {
  const ticks = prices.byCoin;
  const known = coins.flatMap((coin) => ticks[coin.coin_id] ?? []);
  const stale = known.filter((tick) => isStale(prices, tick.coin_id)).length;
  const volumes = known.flatMap((tick) => tick.volume_24h ?? []);
  return {
    fresh: known.length - stale,
    stale,
    volume: volumes.length === 0 ? null : volumes.reduce((sum, volume) => sum + volume, 0),
    topMover: topMoverOf(coins, ticks),
    up: known.filter((tick) => (tick.change_24h_pct ?? 0) > 0).length,
    down: known.filter((tick) => (tick.change_24h_pct ?? 0) < 0).length,
  };
}
