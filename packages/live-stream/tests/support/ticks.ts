import type { CandleUpdate } from '@tidemark/contracts/candle';
import type { PriceTick } from '@tidemark/contracts/price';

export function tick(coin: string, price: number): PriceTick {
  return {
    coin_id: coin,
    price,
    currency: 'USD',
    change_24h: null,
    change_24h_pct: null,
    high_24h: null,
    low_24h: null,
    volume_24h: null,
    timestamp: '2026-01-01T00:00:00.000Z',
    quality: 'live',
    simulated: false,
  };
}

export function candle(
  coin: string,
  close: number,
  of: Partial<Pick<CandleUpdate, 'exchange' | 'time'>> = {},
): CandleUpdate {
  return {
    coin_id: coin,
    exchange: 'consolidated',
    interval: '1m',
    currency: 'USD',
    time: 0,
    ...{ open: 1, high: 2, low: 1, close, volume: 1, trades: 1 },
    final: false,
    gap: false,
    lacking: [],
    rate_basis: null,
    ...of,
  };
}
