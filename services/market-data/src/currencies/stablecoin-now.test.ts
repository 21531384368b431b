import { expect, test } from 'vitest';
import { QuoteBoard } from '../quotes/quote-board.ts';
import { usdcNow, usdtNow } from './stablecoin-now.ts';

const NOW = Date.UTC(2026, 10, 30);
const trade = (exchange: 'binance' | 'coinbase', product: string, price: string, time = NOW) => ({
  ...{ exchange, product, coin_id: 'x', trade_id: 1, price, size: '1', time },
  ...{ side: 'buy' as const, trades: 1 },
});

test('a USDT is what it trades at, a USDC what it costs in USDT', () => {
  const board = new QuoteBoard();
  board.addTrade(trade('coinbase', 'USDT-USD', '0.999', NOW - 1_000));
  board.addTrade(trade('binance', 'USDCUSDT', '1.0005', NOW - 2_000));
  expect(usdtNow(board, NOW)).toEqual({
    ...{ code: 'USDT', usd: '0.999', source: 'coinbase', as_of: NOW - 1_000, quality: 'good' },
  });
  expect(usdcNow(board, NOW)).toEqual({
    ...{ code: 'USDC', usd: '0.9994995', source: 'binance', as_of: NOW - 2_000, quality: 'good' },
  });
});

test('what is concluded says from what, and a USDC is not told by itself', () => {
  const board = new QuoteBoard();
  board.addTrade(trade('binance', 'USDCUSDT', '1.25'));
  expect(usdtNow(board, NOW)).toMatchObject({ usd: '0.8', source: 'usdc', quality: 'degraded' });
  expect(usdcNow(board, NOW)).toMatchObject({ usd: '1', source: 'peg', quality: 'stale' });
});

test('a rate of long ago is stale and tells its time; without any a USDT is taken for a dollar', () => {
  const board = new QuoteBoard();
  expect(usdtNow(board, NOW)).toMatchObject({ usd: '1', source: 'peg', as_of: null });
  board.noteRate(0.98, NOW - 86_400_000);
  const [usd, as_of] = ['0.98', NOW - 86_400_000];
  expect(usdtNow(board, NOW)).toMatchObject({ usd, source: 'last', as_of, quality: 'stale' });
});
