import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lastNumbers,
  naiveDeviation,
  naiveLogReturns,
  naiveMean,
  relativeDifference,
} from '../tests/naive.ts';
import { existing, HOUR, hourly, roughBars } from '../tests/rough-series.ts';
import { RollingRealizedVolatility, RollingVolatility } from './rolling-volatility.ts';
import { between } from './series.ts';
import { realizedVolatility, volatility } from './volatility.ts';

const period = fc.integer({ min: 2, max: 30 });

describe('volatility', () => {
  it('is the population deviation around the average, in price and in percent', () => {
    expect(volatility([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({
      sma: 5,
      volatility: 2,
      volatilityPct: 40,
    });
  });

  it('of a flat stretch is exactly 0', () => {
    expect(volatility(new Array(30).fill(0.1))).toMatchObject({ volatility: 0, volatilityPct: 0 });
  });

  it.each([[[]], [[100]]])('of %j is not known', (prices) => {
    expect(volatility(prices)).toBeNull();
  });

  it('streamed equals the formula over the last prices that exist', () => {
    fc.assert(
      fc.property(roughBars(), period, (bars, size) => {
        const streaming = new RollingVolatility(size);
        const prices = bars.map((bar) => bar && bar.value);
        for (const [i, price] of prices.entries()) {
          const answer = streaming.next(price);
          const window = price === null ? null : lastNumbers(prices, i, size);
          if (!window) expect(answer).toBeNull();
          else {
            const expected = naiveDeviation(window, size);
            expect(relativeDifference(answer!.sma, naiveMean(window))).toBeLessThan(1e-12);
            expect(Math.abs(answer!.volatility - expected)).toBeLessThan(1e-12 * answer!.sma);
            expect(
              relativeDifference(answer!.volatility, volatility(window)!.volatility),
            ).toBeLessThan(1e-12);
          }
        }
      }),
    );
  });
});

describe('realized volatility', () => {
  it('is the sample deviation of log returns, over a year that never closes', () => {
    const prices = hourly(100, 110, 99, 120);
    const returns = [Math.log(1.1), Math.log(0.9), Math.log(120 / 99)];
    const { annualized, samples } = realizedVolatility(prices, HOUR)!;
    expect(annualized).toBeCloseTo(naiveDeviation(returns, 2) * Math.sqrt(8760), 12);
    expect(samples).toBe(3);
  });

  it('does not depend on the unit of the price, nor on an even rise', () => {
    const rise = hourly(...Array.from({ length: 50 }, (_, i) => 100 * 1.01 ** i));
    expect(realizedVolatility(rise, HOUR)!.annualized).toBeLessThan(1e-12);
  });

  it('is not known from a single return', () => {
    expect(realizedVolatility(hourly(1, 2), HOUR)).toBeNull();
  });

  it('says how many returns holes have cost', () => {
    const bars = [1, 2, null, 3, 4, 5].map((value, i) => value && { time: i * HOUR, value });
    expect(realizedVolatility(existing(bars as never), HOUR)).toMatchObject({
      samples: 3,
      missing: 2,
    });
  });

  it('streamed equals the formula over the last returns that exist', () => {
    fc.assert(
      fc.property(roughBars(), period, (bars, size) => {
        const streaming = new RollingRealizedVolatility(size, HOUR);
        const returns = naiveLogReturns(bars);
        for (const [i, bar] of bars.entries()) {
          const answer = streaming.next(bar);
          const window = bar && lastNumbers(returns, i, size);
          if (!window) expect(answer).toBeNull();
          else {
            const expected = naiveDeviation(window, size - 1) * Math.sqrt(8760);
            expect(Math.abs(answer! - expected)).toBeLessThan(1e-12 * Math.max(expected, 1));
          }
        }
      }),
    );
  });

  it('streamed equals the batch form over the same bars', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 2, noNaN: true }), { minLength: 3 }),
        (values) => {
          const prices = hourly(...values);
          const streaming = new RollingRealizedVolatility(values.length - 1, HOUR);
          const answers = values.map((value, i) => streaming.next({ time: i * HOUR, value }));
          const whole = realizedVolatility(between(prices, 0, Infinity), HOUR)!.annualized;
          expect(Math.abs(answers.at(-1)! - whole)).toBeLessThan(1e-12 * Math.max(whole, 1));
        },
      ),
    );
  });
});
