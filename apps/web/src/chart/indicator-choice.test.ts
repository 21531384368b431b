import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_CHOICE,
  periodOf,
  readChoice,
  writeChoice,
  type IndicatorChoice,
} from './indicator-choice.ts';

const period = fc.integer({ min: 2, max: 200 });
const choices: fc.Arbitrary<IndicatorChoice> = fc.record({
  on: fc.record({
    sma: fc.boolean(),
    ema: fc.boolean(),
    bollinger: fc.boolean(),
    volatility: fc.boolean(),
  }),
  periods: fc.record({ sma: period, ema: period }),
});

describe('the kept choice of indicators', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(readChoice(writeChoice(choice))).toEqual(choice);
      }),
    );
  });

  test('is the default where nothing is kept', () => {
    expect(readChoice(null)).toBe(DEFAULT_CHOICE);
  });

  const kept = JSON.parse(writeChoice(DEFAULT_CHOICE)) as Record<string, unknown>;
  test.each([
    ['no JSON', '{'],
    ['no object', '7'],
    ['of another version', JSON.stringify({ ...kept, version: 2 })],
    ['without a switch', JSON.stringify({ ...kept, on: { sma: true } })],
    ['with a switch that is no boolean', JSON.stringify({ ...kept, on: 'sma' })],
    ['with a period of 1', JSON.stringify({ ...kept, periods: { sma: 1, ema: 50 } })],
    ['with a period of 201', JSON.stringify({ ...kept, periods: { sma: 20, ema: 201 } })],
    ['with half a bar', JSON.stringify({ ...kept, periods: { sma: 20.5, ema: 50 } })],
    ['with a period as text', JSON.stringify({ ...kept, periods: { sma: '20', ema: 50 } })],
  ])('is the default where what is kept is %s', (_what, text) => {
    expect(readChoice(text)).toBe(DEFAULT_CHOICE);
  });

  test('never fails, whatever is kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readChoice(writeChoice(readChoice(text)))).toEqual(readChoice(text));
      }),
    );
  });
});

test('a typed period is a whole number of 2 to 200 bars', () => {
  expect(['2', ' 20 ', '200'].map(periodOf)).toEqual([2, 20, 200]);
  expect(['', '1', '201', '-5', '2.5', '1e2', 'ten', '0020'].map(periodOf)).toEqual(
    Array(8).fill(null),
  );
});
