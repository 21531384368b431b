import { describe, expect, it } from 'vitest';
import { closes, coin, LAST_DAY, market } from '../../tests/market-views/made-market.ts';
import { breadth, breadthShares } from './breadth.ts';
import { DAY_MS, dailyMarket } from './daily-market.ts';

const rising = closes(30, (day) => 100 + day);
const falling = closes(30, (day) => 100 - day);
const flat = closes(30, () => 100);

describe('breadth', () => {
  it('is the share of coins that close above their own average', () => {
    const all = market(coin('a', rising), coin('b', falling), coin('c', rising));
    expect(breadth(all, 20)).toEqual({ period: 20, above: 2, known: 3, coins: 3, share: 2 / 3 });
  });

  it('a close on the average is not above it', () => {
    expect(breadth(market(coin('a', flat)), 20)).toMatchObject({ above: 0, known: 1 });
  });

  it('leaves out coins with too few days, and those without a bar of the last day', () => {
    const young = [...new Array<null>(15).fill(null), ...rising.slice(15)];
    const gone = [...rising.slice(0, 29), null];
    const all = market(coin('a', rising), coin('b', young), coin('c', gone));
    expect(breadth(all, 20)).toEqual({ period: 20, above: 1, known: 1, coins: 3, share: 1 });
  });

  it('is not known where no coin has an average', () => {
    expect(breadth(market(coin('a', rising)), 50)).toMatchObject({ known: 0, share: null });
    expect(breadth(market(), 20)).toMatchObject({ coins: 0, share: null });
  });

  it('a hole counts for nothing: the average is of the days that there are', () => {
    const holed = rising.map((close, day) => (day === 10 ? null : close));
    expect(breadth(market(coin('a', holed)), 29)).toMatchObject({ known: 1, above: 1 });
    expect(breadth(market(coin('a', holed)), 30)).toMatchObject({ known: 0 });
  });

  it('of every day reads nothing of later days', () => {
    const all = market(coin('a', rising), coin('b', falling));
    const earlier = market(coin('a', rising.slice(0, 25)), coin('b', falling.slice(0, 25)));
    expect(breadthShares(all, 20).slice(0, 25)).toEqual(breadthShares(earlier, 20));
  });
});

describe('the calendar', () => {
  it('has every day; what a coin lacks is null, what lies outside is left out', () => {
    const bars = [-5, -2, 0, 1].map((day) => ({
      time: LAST_DAY + day * DAY_MS,
      close: 10,
      volume: 3,
    }));
    const made = dailyMarket([{ coinId: 'a', bars }], LAST_DAY, 4);
    expect(made.times.map((time) => (time - LAST_DAY) / DAY_MS)).toEqual([-3, -2, -1, 0]);
    expect(made.coins).toEqual([
      { coinId: 'a', closes: [null, 10, null, 10], volumes: [null, 30, null, 30] },
    ]);
  });
});
