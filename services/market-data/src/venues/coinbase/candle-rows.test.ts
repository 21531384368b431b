import { DecimalStringSchema } from '@tidemark/contracts/trade';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { candleOf } from './candle-rows.ts';

const decimal = Compile(DecimalStringSchema);

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
