import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roughBars } from '../../tests/rough-bars.ts';
import type { Bar } from '../bar.ts';
import { parseCalls } from '../indicator-call.ts';
import { percent } from '../indicator-kind.ts';

function lastOf(text: string, bars: readonly (Bar | null)[]): readonly (number | null)[] {
  const [call] = parseCalls(text);
  const indicator = call!.kind.create(call!.parameters);
  return bars.map((bar) => indicator.next(bar)).at(-1) ?? [];
}

/** A price with two decimals, of any size that a coin has. */
const price = fc.integer({ min: 1, max: 12_000_000 }).map((cents) => cents / 100);
const step = fc.integer({ min: 1, max: 50_000 }).map((cents) => cents / 100);
const barOf = (low: number, high: number, close: number): Bar => ({
  ...{ time: 0, open: low, low, high, close, volume: 1 },
});

/** Closes that only rise, or only fall: both ends of a strength. */
const rising = fc
  .tuple(price, fc.array(step, { minLength: 14, maxLength: 40 }))
  .map(([from, steps]) => {
    let close = from;
    return [from, ...steps.map((by) => (close += by))];
  });

describe('a percentage at its ends is exactly that', () => {
  it('a whole is 100 of itself, nothing of it is 0, and no part of it is more', () => {
    const whole = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        expect(percent(all, all)).toBe(100);
        expect(percent(0, all)).toBe(0);
        expect(percent(all * share, all)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('the strength of closes that only rise is 100, of those that only fall 0', () => {
    fc.assert(
      fc.property(rising, (closes) => {
        const bars = closes.map((close) => barOf(close, close, close));
        expect(lastOf('rsi(14)', bars)).toEqual([100]);
        expect(lastOf('rsi(14)', bars.toReversed())).toEqual([0]);
      }),
    );
  });

  it('a close at the highest high is at 100, one at the lowest low at 0, smoothed or not', () => {
    const range = fc.tuple(price, step).map(([low, by]) => barOf(low, low + by, low));
    fc.assert(
      fc.property(fc.array(range, { minLength: 5, maxLength: 20 }), (bars) => {
        const top = Math.max(...bars.map(({ high }) => high));
        const bottom = Math.min(...bars.map(({ low }) => low));
        const ending = (close: number) => [
          ...bars,
          ...Array.from({ length: 3 }, () => barOf(bottom, top, close)),
        ];
        for (const text of ['stochastic(5,1,1)', 'stochastic(5,3,1)']) {
          expect(lastOf(text, ending(top))).toEqual([100, 100]);
          expect(lastOf(text, ending(bottom))).toEqual([0, 0]);
        }
      }),
    );
  });

  it('movement in one direction alone has a directional index of 100', () => {
    fc.assert(
      fc.property(rising, (closes) => {
        const bars = closes.map((close) => barOf(close - 0.005, close + 0.005, close));
        const [up, plus, minus] = lastOf('adx(5)', bars);
        const [down, falling, rise] = lastOf('adx(5)', bars.toReversed());
        expect([up, minus, down, falling]).toEqual([100, 0, 100, 0]);
        for (const share of [plus, rise]) expect(share).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('a close on a band has its place exactly', () => {
    const lone = fc.record({
      shape: fc.constantFrom([2, 1], [5, 2], [10, 3], [17, 4]),
      ...{ flat: price, by: step, above: fc.boolean() },
    });
    fc.assert(
      fc.property(lone, ({ shape: [length = 0, deviations], flat, by, above }) => {
        const close = above ? flat + by : flat - by;
        const bars = [...Array.from({ length: length - 1 }, () => flat), close];
        const [, upper, lower, , place] = lastOf(
          `bollinger(${length},${deviations})`,
          bars.map((one) => barOf(one, one, one)),
        );
        if (close === upper) expect(place).toBe(1);
        if (close === lower) expect(place).toBe(0);
        expect(place).toBeCloseTo(above ? 1 : 0, 6);
      }),
    );
  });
});

it('what is said to lie between 0 and 100 does, whatever the bars', () => {
  const texts = ['rsi(5)', 'stochastic(5,3,3)', 'adx(5)', 'adxr(5)'];
  fc.assert(
    fc.property(roughBars, (bars) => {
      for (const text of texts) {
        const [call] = parseCalls(text);
        const indicator = call!.kind.create(call!.parameters);
        for (const bar of bars) {
          for (const value of indicator.next(bar) ?? []) {
            expect(value ?? 0, text).toBeGreaterThanOrEqual(0);
            expect(value ?? 0, text).toBeLessThanOrEqual(100);
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});
