import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { existing, HOUR, hourly, roughBars, walk } from '../tests/rough-series.ts';
import { correlationMatrix } from './correlation-matrix.ts';
import { correlation } from './correlation.ts';

const coins = fc.array(roughBars(60), { minLength: 1, maxLength: 6 });

describe('the correlation matrix', () => {
  it('has in every cell what the two coins’ own correlation is, with holes in different places', () => {
    fc.assert(
      fc.property(coins, fc.constantFrom('returns', 'prices'), (bars, of) => {
        const series = bars.map(existing);
        const { correlations, samples } = correlationMatrix(series, HOUR, of);
        for (const [i, a] of series.entries()) {
          for (const [j, b] of series.entries()) {
            const alone = correlation(a, b, HOUR, of);
            expect(samples[i]![j]).toBe(alone.samples);
            if (alone.correlation === null) expect(correlations[i]![j]).toBeNull();
            else expect(Math.abs(correlations[i]![j]! - alone.correlation)).toBeLessThan(1e-12);
          }
        }
      }),
    );
  });

  it('is symmetric, 1 on the diagonal, and never beyond -1 and 1', () => {
    fc.assert(
      fc.property(coins, (bars) => {
        const { correlations } = correlationMatrix(bars.map(existing), HOUR);
        for (const [i, row] of correlations.entries()) {
          expect([1, null]).toContain(row[i]);
          for (const [j, cell] of row.entries()) {
            expect(cell).toBe(correlations[j]![i]);
            expect(Math.abs(cell ?? 0)).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('a coin with holes costs the others none of their pairs', () => {
    const [price, other, third] = [walk(1), walk(2), walk(3)];
    const times = Array.from({ length: 20 }, (_, i) => i * HOUR);
    const whole = [price, other].map((next) => hourly(...times.map(next)));
    const holed = existing(times.map((time, i) => (i % 5 === 4 ? null : { time, value: third() })));
    expect(correlationMatrix([...whole, holed], HOUR).samples).toEqual([
      [19, 19, 12],
      [19, 19, 12],
      [12, 12, 12],
    ]);
  });

  it('a flat coin correlates with nothing, itself included', () => {
    const flat = hourly(1, 1, 1, 1);
    expect(correlationMatrix([flat, hourly(1, 2, 1, 3)], HOUR).correlations).toEqual([
      [null, null],
      [null, 1],
    ]);
  });

  it('of no coins, or of one without bars, is as empty', () => {
    expect(correlationMatrix([], HOUR)).toEqual({ correlations: [], samples: [] });
    expect(correlationMatrix([hourly()], HOUR)).toEqual({ correlations: [[null]], samples: [[0]] });
  });
});
