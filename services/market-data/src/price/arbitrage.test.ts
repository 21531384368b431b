import { describe, expect, it } from 'vitest';
import { defaultUniverse } from '../coins/universe.ts';
import { arbitrage } from './arbitrage.ts';
import { QuoteBoard } from '../quotes/quote-board.ts';

const NOW = 1_700_000_000_000;
const fees = { binance: 0.1, coinbase: 0.6 };
const bitcoin = defaultUniverse().coins.filter((coin) => coin.coinId === 'bitcoin');

function boardWith(binance: [string, string], coinbase: [string, string], age = 100): QuoteBoard {
  const board = new QuoteBoard();
  const time = NOW - age;
  board.addQuote({
    exchange: 'binance',
    product: 'BTCUSDT',
    bid: binance[0],
    ask: binance[1],
    time,
  });
  board.addQuote({
    exchange: 'coinbase',
    product: 'BTC-USD',
    bid: coinbase[0],
    ask: coinbase[1],
    time,
  });
  board.addQuote({ exchange: 'coinbase', product: 'USDT-USD', bid: '1', ask: '1', time: NOW });
  return board;
}

describe('arbitrage', () => {
  it('buys at the ask, sells at the bid, and pays the taker’s fee on both legs', () => {
    const board = boardWith(['99', '100'], ['102', '103']);
    const [best] = arbitrage(bitcoin, board, fees, NOW);
    expect(best).toMatchObject({
      buy_exchange: 'binance',
      sell_exchange: 'coinbase',
      buy_price: 100,
      sell_price: 102,
      gross_pct: 2,
    });
    expect(best?.net_pct).toBeCloseTo(((102 * 0.994) / (100 * 1.001) - 1) * 100, 9);
    expect((best?.gross_pct ?? 0) - (best?.fees_pct ?? 0)).toBeCloseTo(best?.net_pct ?? NaN, 9);
  });

  it('shows a pair that loses after fees as a loss', () => {
    const [best] = arbitrage(bitcoin, boardWith(['99', '100'], ['99', '100']), fees, NOW);
    expect(best?.net_pct).toBeLessThan(0);
  });

  it('an old quote makes no opportunity', () => {
    expect(arbitrage(bitcoin, boardWith(['99', '100'], ['102', '103'], 6_000), fees, NOW)).toEqual(
      [],
    );
  });

  it('a crossed or empty book is not taken', () => {
    expect(arbitrage(bitcoin, boardWith(['101', '100'], ['102', '103']), fees, NOW)).toEqual([]);
  });
});
