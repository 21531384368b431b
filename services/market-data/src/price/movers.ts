import type { Mover, MoversView } from '@tidemark/contracts/price';
import type { Universe } from '../coins/universe.ts';
import type { PriceEngine } from './price-engine.ts';
import type { MarketStats, Window } from './market-stats.ts';
import { significant } from '../book/exact.ts';

/** Coins that rose and fell the most over a window, `limit` of each; coins without a reference are left out. */
export async function movers(
  parts: { universe: Universe; engine: PriceEngine; stats: MarketStats },
  window: Window,
  limit: number,
): Promise<MoversView> {
  const references = await parts.stats.references(window);
  const all = parts.universe.coins.flatMap((coin): Mover[] => {
    const price = parts.engine.latest(coin.coinId);
    const reference = references.get(coin.coinId);
    if (!price || !reference) return [];
    return [
      {
        coin_id: coin.coinId,
        symbol: coin.symbol,
        name: coin.name,
        price: price.price,
        change_pct: significant((price.price / reference - 1) * 100),
        quality: price.quality,
        simulated: price.simulated,
      },
    ];
  });
  const rising = all.sort((a, b) => b.change_pct - a.change_pct);
  return {
    window,
    gainers: rising.filter((mover) => mover.change_pct > 0).slice(0, limit),
    losers: rising
      .filter((mover) => mover.change_pct < 0)
      .reverse()
      .slice(0, limit),
  };
}
