import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naiveDeviation, naiveMean } from '../tests/naive.ts';
import { downsideDeviation } from './downside-deviation.ts';
import { annualizedRatio, sharpeRatio } from './sharpe.ts';
import { sortinoRatio } from './sortino.ts';
import { periodsPerYear, ratePerPeriod } from './growth.ts';

const HOUR = 3_600_000;
const returns = fc.array(
  fc.integer({ min: -500, max: 500 }).map((value) => value / 1000),
  { minLength: 2, maxLength: 60 },
);
const rate = fc.double({ min: -0.01, max: 0.01, noNaN: true });

describe('Sharpe’s ratio', () => {
  it('is the mean excess by its sample deviation', () => {
    fc.assert(
      fc.property(returns, rate, (values, riskFree) => {
        const deviation = naiveDeviation(values, values.length - 1);
        const ratio = sharpeRatio(values, riskFree);
        if (ratio === null) expect(deviation).toBeLessThan(1e-15);
        else
          expect(Math.abs(ratio * deviation - (naiveMean(values) - riskFree))).toBeLessThan(1e-12);
      }),
    );
  });

  it('is the same for a position of any size, and turns its sign for the opposite one', () => {
    fc.assert(
      fc.property(returns, fc.double({ min: 0.01, max: 100, noNaN: true }), (values, size) => {
        const ratio = sharpeRatio(values);
        if (ratio === null) return;
        const scaled = sharpeRatio(values.map((value) => value * size))!;
        expect(Math.abs(scaled - ratio)).toBeLessThan(1e-10);
        expect(sharpeRatio(values.map((value) => -value))).toBeCloseTo(-ratio, 10);
      }),
    );
  });

  it('by the population’s deviation is larger by sqrt(n / (n − 1))', () => {
    const values = [0.01, 0.03, -0.02, 0.04];
    const ratio = sharpeRatio(values, 0, 'population')! / sharpeRatio(values)!;
    expect(ratio).toBeCloseTo(Math.sqrt(4 / 3), 12);
  });

  it('is not known from one return, nor from returns that are all the same', () => {
    expect(sharpeRatio([0.1])).toBeNull();
    expect(sharpeRatio([0.1, 0.1, 0.1])).toBeNull();
  });

  it('of a day becomes a year’s with the root of 365', () => {
    expect(annualizedRatio(0.1, periodsPerYear(24 * HOUR))).toBeCloseTo(0.1 * Math.sqrt(365), 12);
  });
});

describe('Sortino’s ratio', () => {
  it('counts what falls short of the target over all returns', () => {
    expect(downsideDeviation([0.1, -0.3, 0.2, -0.4])).toBeCloseTo(0.25, 12);
    expect(sortinoRatio([0.1, -0.3, 0.2, -0.4])).toBeCloseTo(-0.1 / 0.25, 12);
  });

  it('is Sharpe’s numerator by the target downside deviation', () => {
    fc.assert(
      fc.property(returns, rate, (values, target) => {
        const below = values.map((value) => Math.min(value - target, 0) ** 2);
        const deviation = Math.sqrt(naiveMean(below));
        const ratio = sortinoRatio(values, target);
        if (ratio === null) expect(deviation).toBeLessThan(1e-15);
        else expect(Math.abs(ratio * deviation - (naiveMean(values) - target))).toBeLessThan(1e-12);
      }),
    );
  });

  it('is not known when nothing falls short, nor from one return', () => {
    expect(sortinoRatio([0.1, 0.2, 0])).toBeNull();
    expect(sortinoRatio([-0.1])).toBeNull();
    expect(downsideDeviation([])).toBeNull();
  });
});

describe('a yearly rate', () => {
  it('compounds from its part of every bar', () => {
    const hourly = ratePerPeriod(0.04, HOUR);
    expect((1 + hourly) ** 8760).toBeCloseTo(1.04, 10);
    expect(ratePerPeriod(0, HOUR)).toBe(0);
  });
});
