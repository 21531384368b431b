import type { Bar } from '@tidemark/indicators/bar';
import { overSeries } from '@tidemark/indicators/streaming';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, made } from '../tests/kinds.ts';
import { naively } from '../tests/naive.ts';
import { condition } from '../tests/trees.ts';
import { createRule } from './evaluate.ts';
import { parseRule } from './parse-rule.ts';
import type { Condition } from './rule.ts';
import { warmUp } from './warm-up.ts';

const bar = (close: number, volume = 1): Bar => ({
  time: 0,
  open: close - 1,
  high: close + 1,
  low: close - 2,
  close,
  volume,
});
const rule = (text: string): Condition => parseRule(text, KINDS);
const over = (text: string, closes: readonly (number | null)[]) =>
  overSeries(
    createRule(rule(text), KINDS),
    closes.map((close) => (close === null ? null : bar(close))),
  );

/** Few different prices, so that equal ones and crossings come often. */
const bars = fc.array(
  fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 2 })).map((it) => bar(...it)),
  { maxLength: 40 },
);

describe('a rule at work', () => {
  it('answers each bar', () => {
    expect(over('close > 2', [1, 2, 3])).toEqual([false, false, true]);
    expect(over('close > open and high - low = 3', [1])).toEqual([true]);
  });

  it('does not know until what it needs is warm', () => {
    expect(over('close > sma(3)', [1, 2, 3, 4])).toEqual([null, null, true, true]);
    expect(over('close > close[2]', [1, 2, 3])).toEqual([null, null, true]);
    expect(over('sma(2)[1] > 1', [1, 1, 9, 9])).toEqual([null, null, false, true]);
  });

  it('knows what holds whatever the unknown turns out to be', () => {
    expect(over('close > 5 and close > sma(2)', [1, 9])).toEqual([false, true]);
    expect(over('close > 5 or close > sma(2)', [9, 1])).toEqual([true, false]);
    expect(over('close < 5 and close > sma(2)', [1])).toEqual([null]);
    expect(over('not close > sma(2)', [1, 2])).toEqual([null, false]);
  });

  it('does not know what is divided by 0', () => {
    expect(over('1 / (close - 1) > 0', [1, 2])).toEqual([null, true]);
    expect(over('0 / (close - 1) = 0', [1, 2])).toEqual([null, true]);
  });

  it('answers a bar that does not exist with null, and goes on as if nothing had been', () => {
    expect(over('close > close[1]', [1, null, 2, null, null, 1])).toEqual([
      null,
      null,
      true,
      null,
      null,
      false,
    ]);
    expect(over('close crosses above 1', [1, null, 2])).toEqual([false, null, true]);
  });

  it('sees a crossing on the bar that crosses, and a touch from below as no crossing yet', () => {
    expect(over('close crosses above 2', [1, 2, 3, 4, 2, 3])).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(over('close crosses below 2', [1, 2, 1, 0, 2, 1])).toEqual([
      null,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('crosses where it is over now and was not a bar ago', () => {
    const same = [
      ['close crosses above sma(2)', 'close > sma(2) and close[1] <= sma(2)[1]'],
      ['close crosses below 1 / open', 'close < 1 / open and close[1] >= 1 / open[1]'],
    ] as const;
    const check = fc.property(bars, fc.constantFrom(...same), (all, [short, long]) => {
      const [crossing, spelt] = [short, long].map((text) => createRule(rule(text), KINDS));
      expect(overSeries(crossing!, all)).toEqual(overSeries(spelt!, all));
    });
    fc.assert(check);
  });

  it('agrees with every part worked out by itself over the whole series', () => {
    const check = fc.property(condition, bars, (tree, all) => {
      expect(overSeries(createRule(tree, KINDS), all)).toEqual(naively(tree, all));
    });
    fc.assert(check, { numRuns: 500 });
  });

  it('answers the same with holes as without, beside null in the holes', () => {
    const holed = fc.array(fc.option(fc.integer({ min: -3, max: 3 }).map((it) => bar(it))), {
      maxLength: 40,
    });
    const check = fc.property(condition, holed, (tree, all) => {
      const answers = overSeries(createRule(tree, KINDS), all);
      const existing = all.filter((one) => one !== null);
      expect(answers.filter((_, i) => all[i] !== null)).toEqual(naively(tree, existing));
      expect(answers.filter((_, i) => all[i] === null).every((it) => it === null)).toBe(true);
    });
    fc.assert(check, { numRuns: 300 });
  });

  it('keeps one state for an indicator that is named often', () => {
    const before = made.count;
    const text = 'macd > 0 or macd.signal > 1 or MACD(12).histogram[3] > 2 or rsi < 3 and rsi > 1';
    createRule(rule(text), KINDS);
    expect(made.count - before).toBe(2);
  });

  it('refuses a tree that was read with other indicators', () => {
    const tree = rule('rsi < 30');
    expect(() => createRule(tree, [])).toThrow('no indicator is called rsi');
  });
});

describe('the warm-up of a rule', () => {
  it.each([
    ['close > 1', 1],
    ['1 < 2', 1],
    ['close[3] > 1', 4],
    ['sma(200) < close', 200],
    ['rsi < 30 and close > sma(50)', 50],
    ['sma(5)[2] > 1', 7],
    ['ema(5) crosses above ema(9)', 10],
  ])('%s takes %d bars', (text, count) => {
    expect(warmUp(rule(text), KINDS)).toBe(count);
  });

  it('is enough: from then on it is known, where nothing is divided', () => {
    const many = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60, maxLength: 60 });
    const check = fc.property(condition, many, (tree, closes) => {
      fc.pre(!JSON.stringify(tree).includes('"/"') && warmUp(tree, KINDS) <= 60);
      fc.pre(!/e[+-]\d/.test(JSON.stringify(tree)));
      const answers = overSeries(
        createRule(tree, KINDS),
        closes.map((it) => bar(it)),
      );
      expect(answers.slice(warmUp(tree, KINDS) - 1)).not.toContain(null);
    });
    fc.assert(check);
  });
});
