import type { Trade } from '@tidemark/contracts/trade';
import { describe, expect, it } from 'vitest';
import { RATE_LISTING } from '../coins/rate-listings.ts';
import { QuoteBoard } from './quote-board.ts';

const trade = (trade_id: number, price: string, time: number, over: Partial<Trade> = {}) =>
  ({ exchange: 'binance', product: 'BTCUSDT', trade_id, price, time, ...over }) as Trade;

describe('quote board', () => {
  it('the same trade by feed and by bus counts once, and an older one not at all', () => {
    const board = new QuoteBoard();
    expect(board.addTrade(trade(10, '100', 1_000))).toBe(true);
    expect(board.addTrade(trade(10, '100', 1_000))).toBe(false);
    expect(board.addTrade(trade(9, '90', 2_000))).toBe(false);
    expect(board.last('binance', 'BTCUSDT')?.price).toBe(100);
  });

  it('a single absurd id does not shut out the trades after it', () => {
    const board = new QuoteBoard();
    board.addTrade(trade(10, '100', 1_000));
    board.addTrade(trade(9_000_000, '100', 1_500));
    expect(board.addTrade(trade(11, '101', 2_000))).toBe(true);
    expect(board.addTrade(trade(12, '102', 2_000))).toBe(true);
  });

  it('the dollar rate comes from another replica where this one has not seen it', () => {
    const board = new QuoteBoard();
    board.noteRate(0.999, 500);
    expect(board.usdtRate(1_000)).toMatchObject({ value: 0.999, basis: 'product' });
    const { exchange, product } = RATE_LISTING;
    board.addTrade(trade(1, '1.001', 900, { exchange, product }));
    expect(board.usdtRate(1_000)).toMatchObject({ value: 1.001, basis: 'product' });
  });
});
