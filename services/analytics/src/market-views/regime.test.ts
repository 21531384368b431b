import { describe, expect, it } from 'vitest';
import { closes, coin, market, wandering } from '../../tests/market-views/made-market.ts';
import { DAY_MS } from './daily-market.ts';
import { regimeOf } from './regime.ts';

const read = (values: readonly (number | null)[]) => {
  const one = coin('bitcoin', values);
  return regimeOf(one, market(one).times);
};
/** Moves by `trend` a day, and up and down by `swing` that is another in the last 40 days. */
const moving = (trend: number, swing: number, lastSwing: number, days = 500) =>
  closes(days, (day) => {
    const size = (day >= days - 40 ? lastSwing : swing) * (1 + 0.3 * Math.sin(day));
    return 100 * (1 + trend) ** day * (1 + (day % 2 === 0 ? size : -size));
  });

describe('the market regime', () => {
  it.each([
    ['bull-calm', 0.004, 0.01, 0.002],
    ['bull-volatile', 0.004, 0.002, 0.01],
    ['bear-calm', -0.004, 0.01, 0.002],
    ['bear-volatile', -0.004, 0.002, 0.01],
  ] as const)('is %s', (expected, trend, swing, lastSwing) => {
    const reading = read(moving(trend, swing, lastSwing));
    expect(reading).toMatchObject({ regime: expected, today: expected });
  });

  it('is a range where the signs of a trend disagree', () => {
    const risen = moving(0.004, 0.002, 0.002);
    const fallen = [...risen, ...closes(5, () => risen.at(-1)! * 0.4)];
    expect(read(fallen)).toMatchObject({ regime: 'range', today: 'range' });
  });

  it('shows the numbers that decided', () => {
    const figures = read(closes(500, (day) => 100 + day));
    expect(figures.close).toBe(599);
    expect(figures.average_50).toBeCloseTo(574.5, 9);
    expect(figures.average_200).toBeCloseTo(499.5, 9);
    expect(figures.slope_50).toBeCloseTo(20 / 554.5, 9);
    expect(figures.volatility).toBeGreaterThan(0);
    expect(figures.volatility_rank).toBe(0);
  });

  it('does not change for a day or two: it has to hold for three', () => {
    const risen = moving(0.004, 0.01, 0.002);
    const dip = risen.at(-1)! * 0.4;
    const after = (days: number) => read([...risen, ...new Array<number>(days).fill(dip)]);
    expect(after(2)).toMatchObject({ regime: 'bull-calm', today: 'range' });
    expect(after(3)).toMatchObject({ regime: 'range', today: 'range' });
  });

  it('says since when it holds', () => {
    const risen = moving(0.004, 0.01, 0.002);
    const values = [...risen, ...new Array<number>(4).fill(risen.at(-1)! * 0.4)];
    const { times } = market(coin('bitcoin', values));
    expect(read(values).since).toBe(times.at(-1)! - 3 * DAY_MS);
  });

  it('a missing day neither breaks nor makes one', () => {
    const risen = moving(0.004, 0.01, 0.002);
    const dip = risen.at(-1)! * 0.4;
    expect(read([...risen, dip, null, dip, dip])).toMatchObject({ regime: 'range' });
    expect(read([...risen, dip, null, dip])).toMatchObject({ regime: 'bull-calm' });
    const values: (number | null)[] = moving(0.004, 0.01, 0.002);
    values[480] = null;
    values[498] = null;
    expect(read(values)).toMatchObject({ regime: 'bull-calm' });
    values[499] = null;
    expect(read(values)).toMatchObject({ regime: null, today: null, since: null });
  });

  it('is not known below 200 days of closes, nor of no days at all', () => {
    expect(read(wandering(199, 1))).toMatchObject({ regime: null, today: null });
    expect(read(wandering(202, 1))).toMatchObject({ regime: 'bear-calm', today: 'bear-calm' });
    expect(read([])).toMatchObject({ regime: null, close: null });
  });
});
