import type { Exchange } from '@tidemark/contracts/exchange';
import type { Trade } from '@tidemark/contracts/trade';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate } from '../price/consolidate.ts';
import { QuoteBoard } from '../quotes/quote-board.ts';

const T0 = Date.UTC(2026, 11, 1);
const MINUTE = 60_000;

type Said = readonly [exchange: Exchange, product: string, price: string, ageMs: number];

function boardOf(now: number, said: readonly Said[]): QuoteBoard {
  const board = new QuoteBoard();
  for (const [exchange, product, price, ageMs] of said) {
    const trade = { exchange, product, price, time: now - ageMs, trade_id: 1, size: '1' };
    board.addTrade(trade as Trade);
  }
  return board;
}

const usdt: Said = ['coinbase', 'USDT-USD', '0.9991', 1_000];
const usdcInUsdt: Said = ['binance', 'USDCUSDT', '1.0004', 1_000];
const coins: Said[] = [
  ['binance', 'BTCUSDT', '100000', 20],
  ['coinbase', 'BTC-USD', '99900', 900],
  ['binance', 'ETHUSDT', '3000', 20],
  ['coinbase', 'ETH-USD', '2998.5', 900],
  ['binance', 'SOLUSDT', '150', 20],
  ['coinbase', 'SOL-USD', '149.7', 900],
];

describe('live rate', () => {
  it.each([
    ['product', [usdt, usdcInUsdt, ...coins], 0.9991],
    ['implied', [usdcInUsdt, ...coins], 0.999],
    ['usdc', [usdcInUsdt, ...coins.slice(0, 1)], 1 / 1.0004],
    ['peg', coins.slice(0, 1), 1],
  ] as const)('is taken from %s where nothing before it is there', (basis, said, value) => {
    const rate = boardOf(T0, said).usdtRate(T0);
    expect(rate.basis).toBe(basis);
    expect(rate.value).toBeCloseTo(value, 12);
  });

  it('is the last one that was known where there are no witnesses, less certain with every day', () => {
    const rateAfter = (ageMs: number) =>
      boardOf(T0, [['coinbase', 'USDT-USD', '0.9991', ageMs]]).usdtRate(T0);
    expect(rateAfter(10 * MINUTE)).toMatchObject({ value: 0.9991, basis: 'product' });
    expect(rateAfter(11 * MINUTE)).toMatchObject({ value: 0.9991, basis: 'last' });
    expect(rateAfter(86_400_000).uncertainty).toBeGreaterThan(rateAfter(11 * MINUTE).uncertainty);
    expect(rateAfter(365 * 86_400_000)).toMatchObject({ value: 0.9991, uncertainty: 0.05 });
  });

  it('one coin whose price is off does not move what coins imply, and makes it less certain', () => {
    const off: Said[] = [...coins.slice(0, 4), coins[4] as Said, ['coinbase', 'SOL-USD', '155', 5]];
    const rate = boardOf(T0, off).usdtRate(T0);
    expect(rate).toMatchObject({ basis: 'implied', value: 0.9995 });
    expect(rate.uncertainty).toBeGreaterThan(0.03);
  });

  it('makes a price of whatever one venue says, in any world', () => {
    const maybe = (said: Said) =>
      fc.option(
        fc.nat({ max: 3 * 86_400_000 }).map((age): Said => [said[0], said[1], said[2], age]),
      );
    const world = fc.tuple(...[usdt, usdcInUsdt, ...coins.slice(1)].map(maybe));
    fc.assert(
      fc.property(world, (said) => {
        const board = boardOf(T0, [
          ['binance', 'BTCUSDT', '100000', 20],
          ...said.filter((s) => s !== null),
        ]);
        const view = (exchange: Exchange, product: string, quote: 'USD' | 'USDT') => ({
          ...{ exchange, product, quote, last: board.last(exchange, product), book: null },
          ...{ turnoverUsd: 1, connected: true },
        });
        const views = [view('binance', 'BTCUSDT', 'USDT'), view('coinbase', 'BTC-USD', 'USD')];
        const price = consolidate(views, board.usdtRate(T0), T0, null);
        expect(price.price).toBeGreaterThan(99_000);
        expect(price.price).toBeLessThan(101_000);
        const [first] = price.sources;
        if (first?.rate_basis !== 'product') expect(price.quality).toBe('degraded');
      }),
    );
  });
});
