import type { Coin } from './coin.ts';
import { TidemarkError } from './errors.ts';

type Named = Pick<Coin, 'coin_id' | 'symbol'> & { products: readonly { product: string }[] };

/**
 * The refusal of a coin that is not followed. Whoever wrote a ticker or a venue's product, `btc` or `BTCUSDT`, is told the
 * slug.
 */
export function unknownCoin(asked: string, coins: readonly Named[]): TidemarkError {
  const meant = coins.find((coin) => isCalled(coin, plain(asked)));
  if (!meant) return new TidemarkError('RESOURCE_NOT_FOUND', `Coin not found: ${asked}`);
  const { coin_id, symbol } = meant;
  return new TidemarkError(
    'RESOURCE_NOT_FOUND',
    `Coin not found: ${asked}. Did you mean ${coin_id}?`,
    [{ field: 'coin_id', reason: `${symbol} is called ${coin_id} here` }],
  );
}

function isCalled({ symbol, products }: Named, name: string): boolean {
  if (plain(symbol) === name) return true;
  return products.some(({ product }) => plain(product) === name);
}

/** `BTC-USD`, `btc_usd` and `BTCUSD` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
