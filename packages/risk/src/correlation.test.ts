import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastNumbers, naiveLogReturns, naivePearson } from '../tests/naive.ts';
import { existing, HOUR, hourly, roughBars } from '../tests/rough-series.ts';
import { correlation, pearson } from './correlation.ts';
import { RollingCorrelation } from './rolling-correlation.ts';
import type { Point } from './series.ts';
import { spearman } from './spearman.ts';

const numbers = fc.array(fc.tuple(...[0, 1].map(() => fc.integer({ min: -1000, max: 1000 }))), {
  minLength: 3,
  maxLength: 60,
});
const sides = (pairs: number[][]) => [0, 1].map((side) => pairs.map((pair) => pair[side]!));

describe('Pearson’s coefficient', () => {
  it('is 1 or -1 on a line, 0 where nothing goes together', () => {
    expect(pearson([1, 2, 3], [10, 20, 30])).toBe(1);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBe(-1);
    expect(pearson([-1, 0, 1, 0], [0, 1, 0, -1])).toBe(0);
  });

  it('lies within -1 and 1, whichever side comes first, and is that of the textbook', () => {
    fc.assert(
      fc.property(numbers, (pairs) => {
        const [x, y] = sides(pairs);
        const r = pearson(x!, y!);
        expect(r).toBe(pearson(y!, x!));
        if (r === null) return;
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(Math.abs(r - naivePearson(x!, y!))).toBeLessThan(1e-12);
      }),
    );
  });

  it('does not change with the unit, and its sign with the direction', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (pairs, unit) => {
        const [x, y] = sides(pairs);
        const r = pearson(x!, y!);
        const scaled = pearson(
          x!.map((value) => value * unit + 3 * unit),
          y!,
        );
        const turned = pearson(
          x!.map((value) => -value),
          y!,
        );
        if (r === null) expect(turned).toBeNull();
        else {
          expect(Math.abs(scaled! - r)).toBeLessThan(1e-12);
          expect(Math.abs(turned! + r)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it('needs three pairs and two sides that move', () => {
    expect(pearson([1, 2], [1, 2])).toBeNull();
    expect(pearson([1, 2, 3], [0.1, 0.1, 0.1])).toBeNull();
  });

  it('keeps its digits for small movements on a large price', () => {
    const x = [1, 2, 4, 3, 5];
    const y = [2, 1, 4, 5, 3];
    const raised = x.map((value) => 1e9 + value / 1024);
    expect(pearson(raised, y)).toBeCloseTo(pearson(x, y)!, 12);
  });
});

describe('the correlation of two coins', () => {
  it('of returns is not that of prices: both rise, and yet fall on each other’s good days', () => {
    const [a, b] = [hourly(100, 110, 112, 124, 126), hourly(100, 102, 112, 114, 126)];
    expect(correlation(a, b, HOUR).correlation).toBeLessThan(-0.9);
    expect(correlation(a, b, HOUR, 'prices').correlation).toBeGreaterThan(0.8);
  });

  it('takes the times that both have', () => {
    const bars = (missing: number) =>
      existing(
        [100, 103, 101, 107, 108, 104, 111].map((value, i) =>
          i === missing ? null : { time: i * HOUR, value: value + (missing % 3) },
        ),
      );
    expect(correlation(bars(2), bars(5), HOUR).samples).toBe(6 - 2 - 2);
    expect(correlation(bars(2), bars(5), HOUR, 'prices').samples).toBe(7 - 2);
  });

  it('with a coin that rises evenly is not known: its returns differ by rounding alone', () => {
    const even = hourly(...Array.from({ length: 30 }, (_, i) => 100 * 1.01 ** i));
    const other = hourly(...Array.from({ length: 30 }, (_, i) => 100 + ((i * 7) % 5)));
    expect(correlation(even, other, HOUR)).toEqual({ correlation: null, samples: 29 });
  });
});

describe('rolling correlation', () => {
  const pairsOf = (a: (Point | null)[], b: (Point | null)[]) =>
    a.slice(0, b.length).map((bar, i) => {
      const other = b[i];
      return bar && other ? { time: i * HOUR, x: bar.value, y: other.value } : null;
    });

  it('equals the formula over the last pairs that exist', () => {
    const period = fc.integer({ min: 3, max: 25 });
    const of = fc.constantFrom('returns', 'prices');
    fc.assert(
      fc.property(roughBars(), roughBars(), period, of, (a, b, size, what) => {
        const pairs = pairsOf(a, b);
        const streaming = new RollingCorrelation(size, HOUR, what);
        const [x, y] = (['x', 'y'] as const).map((side) => {
          const values = pairs.map((pair) => pair && { value: pair[side] });
          return what === 'returns' ? naiveLogReturns(values) : values.map((v) => v && v.value);
        });
        for (const [i, pair] of pairs.entries()) {
          const answer = streaming.next(pair);
          const [wx, wy] = [lastNumbers(x!, i, size), lastNumbers(y!, i, size)];
          if (!pair || !wx || !wy) expect(answer).toBeNull();
          else if (answer !== null) {
            expect(Math.abs(answer - pearson(wx, wy)!)).toBeLessThan(1e-12);
            expect(Math.abs(answer - naivePearson(wx, wy))).toBeLessThan(1e-9);
          } else expect(pearson(wx, wy, 4 * Number.EPSILON)).toBeNull();
        }
      }),
    );
  });

  it('a jump that has left the window has left nothing behind', () => {
    const streaming = new RollingCorrelation(5, HOUR, 'prices');
    const fresh = new RollingCorrelation(5, HOUR, 'prices');
    const x = [1, 2, 1e12, 3, 1, 2, 5, 4, 3, 2, 6, 1];
    const pairs = x.map((value, i) => ({ time: i * HOUR, x: value, y: (value % 7) + i }));
    const jumped = pairs.map((pair) => streaming.next(pair)).at(-1)!;
    const calm = pairs
      .slice(-5)
      .map((pair) => fresh.next(pair))
      .at(-1)!;
    expect(jumped).toBeCloseTo(calm, 14);
  });
});

describe('Spearman’s coefficient', () => {
  it('is 1 wherever one rises with the other, however unevenly', () => {
    expect(spearman([1, 2, 3, 4], [1, 10, 11, 1e6])).toBe(1);
  });

  it('gives equal values the mean of their ranks', () => {
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });
});
