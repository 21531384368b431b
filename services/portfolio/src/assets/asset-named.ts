import type { Coin } from '@tidemark/contracts/coin';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { AssetRequest } from '@tidemark/contracts/portfolio-asset';
import { refusedFields } from '@tidemark/service/refused-fields';

/**
 * The asset that a request names, or the symbol of its coin, by which the asset is taken for this coin again.
 * @throws TidemarkError INVALID_REQUEST naming the field; NOT_READY for a coin while no coins are known
 */
export async function assetNamed(
  { asset, coin_id: coinId }: Pick<AssetRequest, 'asset' | 'coin_id'>,
  market: { coins(): Promise<readonly Coin[]> },
): Promise<string> {
  const refused = (field: string, reason: string) => refusedFields([{ field, reason }]);
  if (coinId === undefined) {
    if (asset === undefined) throw refused('body.asset', 'or coin_id is needed');
    return asset;
  }
  if (asset !== undefined) throw refused('body.coin_id', 'says what asset says; give one of them');
  const coins = await market.coins();
  if (coins.length === 0) {
    throw new TidemarkError('NOT_READY', 'Coins are not known yet; try again, or name the asset.');
  }
  const coin = coins.find(({ coin_id }) => coin_id === coinId);
  const first = coins.find(({ symbol }) => symbol === coin?.symbol);
  if (!coin) throw refused('body.coin_id', 'is no coin of the market; name the asset');
  if (first !== coin) throw refused('body.coin_id', 'shares its symbol; name the asset and map it');
  return coin.symbol;
}
