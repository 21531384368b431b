import { expect, test } from 'vitest';
import { coinOf, tickOf } from '../market/tick.fixture.ts';
import { summarise } from './summary.ts';

const coins = ['bitcoin', 'ethereum', 'solana'].map(coinOf);

test('the market is summed up over the coins that have a price', () => {
  const byCoin = {
    bitcoin: { ...tickOf('bitcoin', 1), change_24h_pct: 2, volume_24h: 100 },
    ethereum: { ...tickOf('ethereum', 1), change_24h_pct: -5, volume_24h: 50 },
    solana: { ...tickOf('solana', 1), quality: 'stale' as const, simulated: true },
  };
  expect(summarise(coins, { byCoin, heardAt: {}, unheard: { bitcoin: true } })).toEqual({
    fresh: 1,
    stale: 2,
    volume: 150,
    topMover: { coin: coinOf('ethereum'), percent: -5 },
    up: 1,
    down: 1,
  });
});

test('without a price, nothing is claimed', () => {
  expect(summarise(coins, { byCoin: {}, heardAt: {}, unheard: {} })).toMatchObject({
    fresh: 0,
    volume: null,
    topMover: null,
  });
});
