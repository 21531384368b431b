import { DecimalStringSchema } from '@tidemark/contracts/trade';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { candleOf, fourHourCandles } from './candle-rows.ts';

const HOUR = 3_600_000;
const decimal = Compile(DecimalStringSchema);

const hour = (at: number, prices: string, volume = '1') => {
  const [open = '', high = '', low = '', close = ''] = prices.split(' ');
  return { time: at * HOUR, open, high, low, close, volume, quoteVolume: volume, trades: null };
};

describe('a Coinbase candle', () => {
  it('keeps its digits; the turnover is the typical price times the volume', () => {
    expect(candleOf(['1584680340', '10', '14', '11', '13', '0.5'])).toEqual({
      time: 1_584_680_340_000,
      open: '11',
      high: '14',
      low: '10',
      close: '13',
      volume: '0.5',
      quoteVolume: '6',
      trades: null,
    });
  });

  it('writes numbers with exponents out', () => {
    const candle = candleOf(['60', '1e-8', '1.2e-7', '1E-8', '1.1e-7', '2.5e+3']);
    expect(candle).toMatchObject({ low: '0.00000001', high: '0.00000012', volume: '2500' });
    expect(candle.quoteVolume).toBe('0.00015625');
  });

  it('always has numbers that fit the decimal form', () => {
    const number = fc.double({ min: 1e-12, max: 1e9, noNaN: true }).map(String);
    fc.assert(
      fc.property(number, number, (price, volume) => {
        const {
          time: _time,
          trades: _trades,
          ...numbers
        } = candleOf(['60', price, price, price, price, volume]);
        for (const text of Object.values(numbers)) expect(decimal.Check(text)).toBe(true);
      }),
    );
  });
});

describe('four-hour candles', () => {
  it('open with the first hour, close with the last, and sum exactly', () => {
    const bars = fourHourCandles([
      hour(4, '10 12 9 11', '0.1'),
      hour(5, '11 20 11 15', '0.2'),
      hour(7, '15 16 8 14', '0.000000000000000001'),
      hour(8, '14 15 13 13', '3'),
    ]);
    expect(bars).toEqual([
      {
        time: 4 * HOUR,
        open: '10',
        high: '20',
        low: '8',
        close: '14',
        volume: '0.300000000000000001',
        quoteVolume: '0.300000000000000001',
        trades: null,
      },
      { ...hour(8, '14 15 13 13', '3') },
    ]);
  });
});
