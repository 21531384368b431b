import { describe, expect, it } from 'vitest';
import type { Bar } from '../bar.ts';
import { parseCalls } from '../indicator-call.ts';

const DAY = 86_400_000;

function answers(text: string, bars: readonly (Bar | null)[]) {
  const [call] = parseCalls(text);
  const indicator = call!.kind.create(call!.parameters);
  return bars.map((bar) => indicator.next(bar));
}

function last(text: string, bars: readonly (Bar | null)[]) {
  return answers(text, bars).at(-1);
}

function at(close: number, more: Partial<Bar> = {}): Bar {
  return { time: 0, open: close, high: close, low: close, close, volume: 1, ...more };
}

/** A price that has no exact double: sums of it round. */
const FLAT = Array.from({ length: 60 }, () => at(0.1));

describe('a market that stands still', () => {
  it('has averages of exactly its price and deviations of exactly 0', () => {
    for (const text of ['sma(7)', 'ema(7)', 'wma(7)', 'rma(7)', 'vwap(7)', 'vwap_day']) {
      expect(last(text, FLAT), text).toEqual([0.1]);
    }
    expect(last('stddev(7)', FLAT)).toEqual([0]);
    expect(last('macd', FLAT)).toEqual([0, 0, 0]);
    expect(last('atr(7)', FLAT)).toEqual([0]);
    expect(last('roc(7)', FLAT)).toEqual([0]);
  });

  it('has bands on its middle, and no place between them', () => {
    expect(last('bollinger(20,2)', FLAT)).toEqual([0.1, 0.1, 0.1, 0, null]);
  });

  it('has no relative strength, and no place in a range of nothing', () => {
    expect(last('rsi(14)', FLAT)).toEqual([null]);
    expect(last('stochastic(14,3,3)', FLAT)).toEqual([null, null]);
  });

  it('has no trend', () => {
    expect(last('adx(14)', FLAT)).toEqual([0, 0, 0]);
    expect(last('adxr(14)', FLAT)).toEqual([0]);
  });

  it('has no volume-weighted price without volume', () => {
    const quiet = FLAT.map((bar) => ({ ...bar, volume: 0 }));
    expect(last('vwap(7)', quiet)).toEqual([null]);
    expect(last('vwap_day', quiet)).toEqual([null]);
  });
});

describe('what a jump of a million leaves behind', () => {
  it('is nothing, once it is out of the window', () => {
    const bars = Array.from({ length: 100 }, (_, i) => at(i % 37 === 5 ? 1e6 : 0.1));
    bars.push(...FLAT.slice(0, 21));
    expect(last('stddev(20)', bars)).toEqual([0]);
    expect(last('sma(20)', bars)).toEqual([0.1]);
    expect(last('wma(20)', bars)).toEqual([0.1]);
    expect(last('vwap(20)', bars)).toEqual([0.1]);
    expect(last('bollinger(20,2)', bars)).toEqual([0.1, 0.1, 0.1, 0, null]);
  });
});

describe('relative strength', () => {
  const rising = Array.from({ length: 20 }, (_, i) => at(i + 1));
  it('is 100 where nothing was lost and 0 where nothing was won', () => {
    expect(last('rsi(14)', rising)).toEqual([100]);
    expect(last('rsi(14)', rising.toReversed())).toEqual([0]);
  });
});

describe('the stochastic oscillator', () => {
  it('goes on after bars without a range with the values before them', () => {
    const bars = [at(1), at(2), at(3), at(3), at(3), at(2.5)];
    // Raw: 100, 100, none, none, 0 of windows of two; %K the mean of two.
    expect(answers('stochastic(2,2,1)', bars)).toEqual([
      [null, null],
      [null, null],
      [100, 100],
      [null, null],
      [null, null],
      [50, 50],
    ]);
  });
});

describe('directional movement', () => {
  it('is nobody’s where the high rose as far as the low fell', () => {
    const wider = Array.from({ length: 6 }, (_, i) => at(10, { high: 11 + i, low: 9 - i }));
    expect(last('adx(2)', wider)).toEqual([0, 0, 0]);
  });
});

describe('on-balance volume', () => {
  it('begins with the first volume and goes with the close', () => {
    const bars = [at(5, { volume: 10 }), at(6), null, at(6, { volume: 7 }), at(4, { volume: 3 })];
    expect(answers('obv', bars)).toEqual([[10], [11], null, [11], [8]]);
  });
});

describe('the volume-weighted price of the day', () => {
  it('begins again when the UTC day does, at the first bar of it that exists', () => {
    const bars = [
      at(10, { time: DAY - 60_000 }),
      null,
      at(20, { time: DAY + 60_000, volume: 1 }),
      at(50, { time: DAY + 120_000, volume: 2 }),
    ];
    expect(answers('vwap_day', bars)).toEqual([[10], null, [20], [40]]);
  });
  it('takes the mean of high, low and close', () => {
    expect(last('vwap_day', [at(4, { high: 8, low: 3 })])).toEqual([5]);
  });
});

describe('adxr', () => {
  it('is the mean of the first and the last of n values of adx', () => {
    const bars = Array.from({ length: 12 }, (_, i) => {
      const close = 10 + 3 * Math.sin(i);
      return at(close, { high: close + 1, low: close - 1 });
    });
    const adx = answers('adx(3)', bars).map((answer) => answer![0]!);
    expect(last('adxr(3)', bars)).toEqual([(adx.at(-1)! + adx.at(-3)!) / 2]);
  });
});
