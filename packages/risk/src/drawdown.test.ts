import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { existing, HOUR, hourly, roughBars } from '../tests/rough-series.ts';
import { calmarRatio } from './calmar.ts';
import { Drawdown, drawdownOf } from './drawdown.ts';
import { annualizedReturn, totalReturn } from './growth.ts';
import { seriesOf } from './series.ts';

const DAY = 24 * HOUR;

/** A series of one value a day. */
function daily(...values: number[]) {
  return seriesOf(values.map((value, i) => ({ time: i * DAY, value })));
}

describe('drawdown', () => {
  it('tells the deepest fall with its peak, its trough and when the peak was reached again', () => {
    expect(drawdownOf(hourly(100, 90, 120, 60, 90, 120, 108))).toEqual({
      current: expect.closeTo(0.1, 12),
      peakTime: 2 * HOUR,
      deepest: { depth: 0.5, peakTime: 2 * HOUR, troughTime: 3 * HOUR, recoveryTime: 5 * HOUR },
    });
  });

  it('has no recovery while the peak is not reached again', () => {
    expect(drawdownOf(hourly(100, 50, 99))!.deepest).toMatchObject({ recoveryTime: null });
  });

  it('a shallower fall later does not take the recovery back', () => {
    expect(drawdownOf(hourly(100, 50, 110, 80))!.deepest).toEqual({
      depth: 0.5,
      peakTime: 0,
      troughTime: HOUR,
      recoveryTime: 2 * HOUR,
    });
  });

  it('of two equally deep ones names the first', () => {
    expect(drawdownOf(hourly(100, 50, 100, 50))!.deepest).toMatchObject({ troughTime: HOUR });
  });

  it('of a series that never falls has no deepest one', () => {
    expect(drawdownOf(hourly(1, 2, 2, 3))).toEqual({
      current: 0,
      peakTime: 3 * HOUR,
      deepest: null,
    });
  });

  it('down to nothing is 1, and there is none from nothing', () => {
    expect(drawdownOf(hourly(100, 0))!.current).toBe(1);
    expect(drawdownOf(hourly(0, 0))!.current).toBe(0);
  });

  it('a bar that is missing, negative or no number changes nothing', () => {
    const drawdown = new Drawdown();
    drawdown.next({ time: 0, value: 100 });
    expect(drawdown.next(null)).toBeNull();
    expect(drawdown.next({ time: 1, value: -5 })).toBeNull();
    expect(drawdown.next({ time: 2, value: Number.NaN })).toBeNull();
    expect(drawdown.next({ time: 3, value: 75 })).toMatchObject({ current: 0.25, peakTime: 0 });
  });

  it('lies between 0 and 1 and is the largest fall of any pair, an earlier value first', () => {
    fc.assert(
      fc.property(roughBars(120), (bars) => {
        const series = existing(bars);
        const values = [...series.values];
        const falls = values.map((value, i) => 1 - value / Math.max(...values.slice(0, i + 1)));
        const reading = drawdownOf(series);
        expect(reading === null).toBe(values.length === 0);
        if (!reading) return;
        expect(Math.abs(reading.current - falls.at(-1)!)).toBeLessThan(1e-12);
        expect(Math.abs((reading.deepest?.depth ?? 0) - Math.max(...falls))).toBeLessThan(1e-12);
        expect(reading.current).toBeLessThanOrEqual(reading.deepest?.depth ?? 0);
        expect(reading.deepest?.depth ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('growth', () => {
  it('of a year compounds, by the time between first and last', () => {
    const twoYears = seriesOf([
      { time: 0, value: 100 },
      { time: 730 * DAY, value: 144 },
    ]);
    expect(annualizedReturn(twoYears)).toBeCloseTo(0.2, 12);
    expect(totalReturn(twoYears)).toBeCloseTo(0.44, 12);
  });

  it('is not made a year’s from less than 28 days', () => {
    expect(annualizedReturn(daily(...new Array<number>(28).fill(1)))).toBeNull();
    expect(annualizedReturn(daily(...new Array<number>(29).fill(1)))).toBe(0);
  });

  it('past what a number holds is not known', () => {
    const prices = new Array<number>(29).fill(1e20);
    expect(annualizedReturn(daily(1e-12, ...prices))).toBeNull();
  });
});

describe('Calmar’s ratio', () => {
  const prices = daily(
    ...Array.from({ length: 366 }, (_, i) => (i === 100 ? 50 : 100 + (20 * i) / 365)),
  );

  it('is a year’s growth by the deepest fall', () => {
    const depth = 1 - 50 / (100 + (20 * 99) / 365);
    expect(calmarRatio(prices)).toBeCloseTo(0.2 / depth, 10);
    expect(calmarRatio(prices, 0.05)).toBeCloseTo(0.15 / depth, 10);
  });

  it('is not known without a fall, or below 28 days', () => {
    expect(calmarRatio(daily(...Array.from({ length: 60 }, (_, i) => 100 + i)))).toBeNull();
    expect(calmarRatio(daily(100, 90, 110))).toBeNull();
  });
});
