import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { existing, HOUR, hourly, roughBars } from '../tests/rough-series.ts';
import { logReturns, simpleReturns } from './returns.ts';
import { RollingReturn } from './rolling-return.ts';
import { between, seriesOf } from './series.ts';

describe('returns', () => {
  it('are the change from each bar to the next', () => {
    expect([...simpleReturns(hourly(100, 110, 99), HOUR).values]).toEqual([
      expect.closeTo(0.1, 12),
      expect.closeTo(-0.1, 12),
    ]);
    expect([...logReturns(hourly(100, 110, 99), HOUR).values]).toEqual([
      expect.closeTo(Math.log(1.1), 12),
      expect.closeTo(Math.log(0.9), 12),
    ]);
  });

  it('stand at the time of the later bar', () => {
    expect([...logReturns(hourly(100, 110, 99), HOUR).times]).toEqual([HOUR, 2 * HOUR]);
  });

  it('do not reach across a hole, which costs one return more than it has bars', () => {
    const prices = seriesOf([0, 1, 3, 4].map((hour) => ({ time: hour * HOUR, value: 100 + hour })));
    const returns = simpleReturns(prices, HOUR);
    expect([...returns.times]).toEqual([HOUR, 4 * HOUR]);
    expect(returns.missing).toBe(2);
  });

  it('are not made from or to a price of 0', () => {
    const returns = logReturns(hourly(100, 0, 100, 101), HOUR);
    expect(returns.values).toHaveLength(1);
    expect(returns.missing).toBe(2);
  });

  it.each([[[]], [[100]]])('of %j there are none, and none are missing', (values) => {
    expect(logReturns(hourly(...values), HOUR)).toMatchObject({ missing: 0 });
    expect(logReturns(hourly(...values), HOUR).values).toHaveLength(0);
  });

  it('streamed are the same', () => {
    fc.assert(
      fc.property(roughBars(), fc.constantFrom('log', 'simple'), (bars, kind) => {
        const streaming = new RollingReturn(kind, HOUR);
        const streamed = bars.map((bar) => streaming.next(bar)).filter((value) => value !== null);
        const batch = kind === 'log' ? logReturns : simpleReturns;
        expect(streamed).toEqual([...batch(existing(bars), HOUR).values]);
      }),
    );
  });
});

describe('a part of a series', () => {
  it('has the bars that open in it: the first moment is in it, the last is not', () => {
    const part = between(hourly(1, 2, 3, 4), HOUR, 3 * HOUR);
    expect([...part.values]).toEqual([2, 3]);
    expect([...part.times]).toEqual([HOUR, 2 * HOUR]);
  });

  it('is empty where there are no bars', () => {
    expect(between(hourly(1, 2), 5 * HOUR, 9 * HOUR).values).toHaveLength(0);
  });
});
