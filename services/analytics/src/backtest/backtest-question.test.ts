import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinEquity } from './backtest-question.ts';

const curve = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 400,
});

test('an equity curve is thinned to the points that are wanted, and keeps its ends and its deepest fall', () => {
  fc.assert(
    fc.property(curve, fc.integer({ min: 3, max: 50 }), (drawdowns, most) => {
      const points = drawdowns.map((drawdown, time) => ({
        ...{ time, drawdown, equity: 1, holding_equity: 1, holding_drawdown: 0 },
      }));
      const thin = thinEquity(points, most);
      expect(thin.length).toBeLessThanOrEqual(most);
      expect(thin[0]).toBe(points[0]);
      expect(thin.at(-1)).toBe(points.at(-1));
      const deepest = Math.max(...drawdowns);
      expect(Math.max(...thin.map(({ drawdown }) => drawdown))).toBe(deepest);
      const times = thin.map(({ time }) => time);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }),
  );
});
