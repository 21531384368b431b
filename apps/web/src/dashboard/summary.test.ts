import { expect, test } from 'vitest';
import { coinOf, tickOf } from '../market/tick.fixture.ts';
import { summarise } from './summary.ts';

const coins = ['bitcoin', 'ethereum', 'solana'].map(coinOf);

test('the market is summed up over the coins that have a price', () => {
  const ticks = {
    bitcoin: { ...tickOf('bitcoin', 1), change_24h_pct: 2, volume_24h: 100 },
    ethereum: { ...tickOf('ethereum', 1), change_24h_pct: -5, volume_24h: 50 },
    solana: { ...tickOf('solana', 1), quality: 'stale' as const },
  };
  expect(summarise(coins, ticks)).toEqual({
    coins: 3,
    fresh: 2,
    stale: 1,
    volume: 150,
    topMover: { coin: coinOf('ethereum'), percent: -5 },
    up: 1,
    down: 1,
  });
});

test('without a price, nothing is claimed', () => {
  expect(summarise(coins, {})).toMatchObject({ fresh: 0, volume: null, topMover: null });
});
