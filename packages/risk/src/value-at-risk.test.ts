import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naiveMean } from '../tests/naive.ts';
import { normalQuantile } from './normal-quantile.ts';
import { quantile } from './quantile.ts';
import { RollingHistoricalLoss } from './rolling-value-at-risk.ts';
import { SortedWindow } from './sorted-window.ts';
import { historicalLoss, minimumReturns, normalValueAtRisk } from './value-at-risk.ts';

const step = fc.oneof(
  fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  fc.constantFrom(0, 0.01, -0.01, 1e6, -1),
);
const returns = fc.array(step, { minLength: 20, maxLength: 200 });
const upTo = (count: number) => Array.from({ length: count }, (_, i) => (i + 1 - 30) / 1000);

/** Type 7 in its own words: the value at place (n − 1)p, counted from 0, between neighbours by proportion. */
function naiveLoss(values: readonly number[], level: number) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * (1 - level);
  const share = place % 1;
  const low = sorted[Math.floor(place)]!;
  const edge = share === 0 ? low : low + share * (sorted[Math.floor(place) + 1]! - low);
  return { edge, shortfall: naiveMean(sorted.filter((value) => value <= edge)) };
}

describe('historical value at risk', () => {
  it('is the loss at the quantile, the shortfall the mean of those beyond', () => {
    const loss = historicalLoss(upTo(101), 0.95)!;
    expect(loss.valueAtRisk).toBeCloseTo(0.024, 12);
    expect(loss.expectedShortfall).toBeCloseTo((0.029 + 0.024) / 2, 12);
  });

  it('is below 0 where even the bad case is a gain', () => {
    expect(historicalLoss(new Array(20).fill(0.01), 0.95)).toEqual({
      valueAtRisk: -0.01,
      expectedShortfall: -0.01,
    });
  });

  it('wants as many returns as let one be expected beyond the level', () => {
    expect([0.9, 0.95, 0.99, 0.999].map(minimumReturns)).toEqual([10, 20, 100, 1000]);
    expect(historicalLoss(upTo(19), 0.95)).toBeNull();
    expect(historicalLoss(upTo(20), 0.95)).not.toBeNull();
    expect(historicalLoss(upTo(99), 0.99)).toBeNull();
  });

  it('equals its definition, leaves its input as it was, and the shortfall is never the smaller', () => {
    fc.assert(
      fc.property(returns, fc.constantFrom(0.9, 0.95), (values, level) => {
        const before = [...values];
        const loss = historicalLoss(values, level)!;
        const { edge, shortfall } = naiveLoss(values, level);
        expect(values).toEqual(before);
        expect(Math.abs(loss.valueAtRisk + edge)).toBeLessThan(1e-9);
        expect(loss.expectedShortfall).toBeGreaterThanOrEqual(loss.valueAtRisk);
        if (edge < 1) expect(Math.abs(loss.expectedShortfall + shortfall)).toBeLessThan(1e-12);
      }),
    );
  });

  it('grows with the level', () => {
    fc.assert(
      fc.property(returns, (values) => {
        const [mild, strict] = [0.9, 0.95].map((level) => historicalLoss(values, level)!);
        expect(strict!.valueAtRisk).toBeGreaterThanOrEqual(mild!.valueAtRisk - 1e-12);
      }),
    );
  });

  it('rolling is the same over the last returns that exist', () => {
    const some = fc.array(fc.option(step, { freq: 8 }), { maxLength: 150, size: 'max' });
    fc.assert(
      fc.property(some, fc.integer({ min: 20, max: 60 }), (values, period) => {
        const rolling = new RollingHistoricalLoss(period, 0.95);
        const seen: number[] = [];
        for (const value of values) {
          const answer = rolling.next(value);
          if (value !== null) seen.push(value);
          const warm = value !== null && seen.length >= period;
          expect(answer).toEqual(warm ? historicalLoss(seen.slice(-period), 0.95) : null);
        }
      }),
    );
  });
});

describe('value at risk by a normal fit', () => {
  it('is mean and deviation at the normal quantile, as a loss', () => {
    const deviation = Math.sqrt(5 / 3) * 0.01;
    const values = [-0.01, 0, 0.01, 0.02];
    expect(normalValueAtRisk(values, 0.95)).toBeCloseTo(1.6448536269514722 * deviation - 0.005, 14);
    expect(normalValueAtRisk([0.01], 0.95)).toBeNull();
  });
});

describe('quantiles', () => {
  it('of numbers lie between neighbours by proportion', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantile([1, 2, 3, 10], p))).toEqual([
      1,
      1.75,
      2.5,
      expect.closeTo(7.9, 12),
      10,
    ]);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it.each([
    [1e-20, -9.262340089798409],
    [1e-5, -4.264890793922824],
    [0.01, -2.3263478740408408],
    [0.05, -1.6448536269514729],
    [0.3, -0.5244005127080407],
    [0.999, 3.090232306167813],
  ])('of the normal distribution at %d is %d', (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 13);
  });

  it('of the normal distribution are mirrored around 0 and without bounds at the ends', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.2)).toBeCloseTo(-normalQuantile(0.8), 14);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });
});

describe('the sorted window', () => {
  it('holds the last numbers in order, whatever comes', () => {
    const numbers = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })));
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 12 }), (values, size) => {
        const window = new SortedWindow(size);
        for (const [i, value] of values.entries()) {
          window.push(value + 0);
          const expected = values.slice(Math.max(i + 1 - size, 0), i + 1).sort((a, b) => a - b);
          expect([...window.sorted.subarray(0, window.count)].map((n) => n + 0)).toEqual(
            expected.map((n) => n + 0),
          );
        }
      }),
    );
  });
});
