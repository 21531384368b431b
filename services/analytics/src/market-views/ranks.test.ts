import { describe, expect, it } from 'vitest';
import { closes, coin, market, wandering } from '../../tests/market-views/made-market.ts';
import { coinRanks } from './ranks.ts';

const days = 40;
const even = closes(days, () => 1000);
const doubled = even.map((volume, day) => (day === days - 1 ? 2 * volume : volume));

describe('ranks', () => {
  const calm = coin('calm', wandering(days, 1, 0.01), even);
  const wild = coin('wild', wandering(days, 1, 0.2), doubled);
  const young = coin('young', [...new Array<null>(35).fill(null), 1, 2, 3, 4, 5], even);

  it('the wildest coin and the most traded come first', () => {
    const [first, second] = coinRanks(market(calm, wild));
    expect([first!.volatility_rank, second!.volatility_rank]).toEqual([2, 1]);
    expect([first!.volume_rank, second!.volume_rank]).toEqual([2, 1]);
  });

  it('volume is held against the mean of its own 30 days', () => {
    const [first, second] = coinRanks(market(calm, wild));
    expect(first!.volume_to_mean).toBe(1);
    expect(second!.volume_to_mean).toBeCloseTo(2 / (31 / 30), 12);
    expect(second!.volume_to_mean_rank).toBe(1);
  });

  it('what is not known has no place and takes none from others', () => {
    const ranks = coinRanks(market(young, calm));
    expect(ranks[0]).toMatchObject({ volatility: null, volatility_rank: null });
    expect(ranks[1]).toMatchObject({ volatility_rank: 1 });
  });

  it('equal coins share the better place', () => {
    expect(coinRanks(market(calm, calm, wild)).map((rank) => rank.volatility_rank)).toEqual([
      2, 2, 1,
    ]);
  });
});
