import type { Coin } from '@tidemark/contracts/coin';
import { isMoney } from '../entries/money.ts';
import type { AssetSettings } from '../settings/asset-settings.ts';
import type { KnownAs } from './price-book.ts';

/** Coins that are as money: market-data has a rate for each, and no price. */
export const MONEY_COINS: ReadonlySet<string> = new Set(['USDT', 'USDC']);

/**
 * What an asset is taken for: the coin that somebody said it is, else money by its code of ISO 4217, else the coin of this
 * symbol, of several the one that the market names first.
 */
export function knownAssets(
  coins: readonly Coin[],
  settings: Pick<AssetSettings, 'coins'>,
): (asset: string) => KnownAs {
  const bySymbol = new Map(coins.toReversed().map(({ symbol, coin_id: id }) => [symbol, id]));
  return (asset) => {
    const said = settings.coins.get(asset);
    if (said !== undefined) return { kind: said === null ? 'other' : 'coin', coinId: said };
    if (isMoney(asset)) return { kind: 'money', coinId: null };
    if (MONEY_COINS.has(asset)) return { kind: 'coin', coinId: null };
    const coinId = bySymbol.get(asset) ?? null;
    return { kind: coinId === null ? 'other' : 'coin', coinId };
  };
}
