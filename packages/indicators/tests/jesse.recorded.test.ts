import { describe, expect, it } from 'vitest';
import type { Bar } from '../src/bar.ts';
import { readings, reference, REFERENCES_PRESENT } from './reference-table.ts';

type Candle = readonly [
  time: number,
  open: number,
  close: number,
  high: number,
  low: number,
  volume: number,
];

function barsOf(set: string): Bar[] {
  const sets = JSON.parse(reference('jesse-candles.json')) as Record<string, Candle[]>;
  return sets[set]!.map(([time, open, close, high, low, volume]) => ({
    time,
    open,
    high,
    low,
    close,
    volume,
  }));
}

/** What jesse's own tests (MIT) expect of the last bar, and to how many decimals they do. Most are TA-Lib's answers. */
const EXPECTED = [
  ['adx(14)', 'adx', 'test_candles_10', '26'],
  ['adx(14)', 'plus_di', 'test_candles_19', '10.80'],
  ['adx(14)', 'minus_di', 'test_candles_19', '45.3'],
  ['adxr(14)', 'value', 'test_candles_19', '36'],
  ['atr(14)', 'value', 'test_candles_2', '2.8'],
  ['bollinger(20,2)', 'upper', 'test_candles_11', '145.8'],
  ['bollinger(20,2)', 'middle', 'test_candles_11', '141.2'],
  ['bollinger(20,2)', 'lower', 'test_candles_11', '136.7'],
  // Theirs is the share, 0.0771; ours is in percent.
  ['bollinger(20,2)', 'bandwidth', 'test_candles_12', '7.71'],
  ['macd(12,26,9)', 'macd', 'test_candles_19', '-15.32'],
  ['macd(12,26,9)', 'signal', 'test_candles_19', '-4.10'],
  ['macd(12,26,9)', 'histogram', 'test_candles_19', '-11.22'],
  ['obv', 'value', 'test_candles_19', '-6E+06'],
  ['rma(14)', 'value', 'wavetrend_candles', '31887.21'],
  ['rma(5)', 'value', 'test_candles_19', '192.11'],
  ['roc(14)', 'value', 'test_candles_19', '-52.67'],
  ['rsi(14)', 'value', 'test_candles_14', '57.84'],
  ['stddev(5)', 'value', 'test_candles_19', '37'],
  ['stochastic(5,1,3)', 'k', 'test_candles_19', '4.87'],
  ['stochastic(5,1,3)', 'd', 'test_candles_19', '13.50'],
  // One candle a day: the typical price of the last.
  ['vwap_day', 'value', 'test_candles_19', '134.86'],
  ['wma(9)', 'value', 'test_candles_19', '189.13'],
] as const;

describe.skipIf(!REFERENCES_PRESENT)('the answers of jesse’s tests (../shared)', () => {
  it.each(EXPECTED)('%s %s of %s is %s', (call, output, set, expected) => {
    const last = readings(call, output, barsOf(set)).at(-1)!;
    const places = expected.split('.')[1]?.length ?? 0;
    const unit = expected.endsWith('E+06') ? 1e6 : 10 ** -places;
    expect(Math.abs(last - Number(expected))).toBeLessThanOrEqual(unit / 2);
  });

  it('variance 14 is the square of our deviation: 69.96', () => {
    const last = readings('stddev(14)', 'value', barsOf('test_candles_16')).at(-1)!;
    expect(last ** 2).toBeCloseTo(69.96, 2);
  });

  it('EMA 8 of a list of closes is 108.546', () => {
    const closes = [
      204.23, 205.01, 196.9, 197.33, 198.7, 199.86, 202.23, 200.3, 212.3, 210.82603059, 220.84,
      218.99, 212.71, 211.01, 213.19, 212.99724894, 212.67760477, 209.85, 187.2, 184.15, 176.99,
      175.9, 178.99, 150.96, 133.85, 138.18, 126.32, 125.23, 114.79, 118.73, 110.74409879, 111.72,
      124.04, 118.52, 113.64, 119.65, 117.11129288, 109.23, 110.77, 102.65, 91.99,
    ];
    const bars = closes.map((close, time) => {
      return { time, open: close, high: close, low: close, close, volume: 0 };
    });
    expect(readings('ema(8)', 'value', bars).at(-1)).toBeCloseTo(108.546, 3);
  });
});
