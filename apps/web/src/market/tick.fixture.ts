import type { Coin } from '@tidemark/contracts/coin';
import type { PriceTick } from '@tidemark/contracts/price';

/** A price for a test; `second` counts from an arbitrary moment. */
export function tickOf(coinId: string, price: number, second = 0): PriceTick {
  return {
    coin_id: coinId,
    price,
    currency: 'USD',
    change_24h: null,
    change_24h_pct: null,
    high_24h: null,
    low_24h: null,
    volume_24h: null,
    timestamp: new Date(Date.UTC(2026, 10, 20, 12, 0, second)).toISOString(),
    quality: 'live',
    simulated: false,
  };
}

/** A coin for a test, named after its slug. */
export function coinOf(coinId: string): Coin {
  const name = coinId.charAt(0).toUpperCase() + coinId.slice(1);
  return { coin_id: coinId, symbol: coinId.slice(0, 3).toUpperCase(), name, products: [] };
}
