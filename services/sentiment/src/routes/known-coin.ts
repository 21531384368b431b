import { ALL_COINS } from '@tidemark/coin-mentions/coins/all-coins';
import { MARKET_NEWS } from '@tidemark/contracts/sentiment';
import { unknownCoin } from '@tidemark/contracts/unknown-coin';

const NAMED = ALL_COINS.map(({ id, symbol }) => ({ coin_id: id, symbol, products: [] }));
const KNOWN: ReadonlySet<string> = new Set([MARKET_NEWS, ...ALL_COINS.map(({ id }) => id)]);

/** Nothing where the coin's news is followed, or it is `market`. @throws TidemarkError RESOURCE_NOT_FOUND */
export function mustKnow(coinId: string): void {
  if (!KNOWN.has(coinId)) throw unknownCoin(coinId, NAMED);
}
