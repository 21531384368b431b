import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naiveMean, naiveProducts } from '../tests/naive.ts';
import { existing, HOUR, hourly, roughBars } from '../tests/rough-series.ts';
import { beta } from './beta.ts';
import { simpleReturns } from './returns.ts';

const price = fc.double({ min: 90, max: 110, noNaN: true });
const prices = fc.array(fc.tuple(price, price), { minLength: 5, maxLength: 60 });

/** Prices whose returns are those given. */
function grown(returns: readonly number[]) {
  let value = 100;
  return hourly(value, ...returns.map((step) => (value *= 1 + step)));
}

describe('beta', () => {
  it('of a coin that moves twice as far is 2, and what it gains beside that is alpha', () => {
    const benchmark = [0.01, -0.02, 0.03, 0, 0.015];
    const answer = beta(grown(benchmark.map((r) => 2 * r + 0.001)), grown(benchmark), HOUR)!;
    expect(answer.beta).toBeCloseTo(2, 10);
    expect(answer.alpha).toBeCloseTo(0.001, 12);
    expect(answer.correlation).toBeCloseTo(1, 12);
    expect(answer.samples).toBe(5);
  });

  it('of the benchmark to itself is 1, alpha 0', () => {
    fc.assert(
      fc.property(roughBars(), (bars) => {
        const answer = beta(existing(bars), existing(bars), HOUR);
        if (!answer) return;
        expect(answer.beta).toBeCloseTo(1, 12);
        expect(Math.abs(answer.alpha)).toBeLessThan(1e-9);
      }),
    );
  });

  it('is covariance by variance', () => {
    fc.assert(
      fc.property(prices, (pairs) => {
        const [coin, benchmark] = [0, 1].map((side) => hourly(...pairs.map((pair) => pair[side]!)));
        const [x, y] = [coin, benchmark].map((side) => [...simpleReturns(side!, HOUR).values]);
        const answer = beta(coin!, benchmark!, HOUR);
        if (!answer) return;
        const slope = naiveProducts(x!, y!) / naiveProducts(y!, y!);
        expect(Math.abs(answer.beta - slope)).toBeLessThan(1e-10 * Math.max(Math.abs(slope), 1));
        const alpha = naiveMean(x!) - slope * naiveMean(y!);
        expect(Math.abs(answer.alpha - alpha)).toBeLessThan(1e-10 * Math.max(Math.abs(slope), 1));
      }),
    );
  });

  it('a riskless return moves alpha alone', () => {
    const [coin, benchmark] = [hourly(1, 2, 3, 5, 4), hourly(2, 3, 5, 4, 6)];
    const [without, charged] = [0, 0.01].map((riskFreePerPeriod) =>
      beta(coin, benchmark, HOUR, riskFreePerPeriod)!,
    );
    expect(charged!.beta).toBe(without!.beta);
    expect(charged!.alpha).toBeCloseTo(without!.alpha - 0.01 * (1 - without!.beta), 12);
  });

  it('is not known for a flat benchmark or from two returns; that of a flat coin is 0', () => {
    expect(beta(hourly(1, 2, 3, 4), hourly(5, 5, 5, 5), HOUR)).toBeNull();
    expect(beta(hourly(1, 2, 3), hourly(1, 3, 2), HOUR)).toBeNull();
    expect(beta(hourly(5, 5, 5, 5), hourly(1, 3, 2, 4), HOUR)).toMatchObject({
      beta: 0,
      correlation: null,
    });
  });
});
