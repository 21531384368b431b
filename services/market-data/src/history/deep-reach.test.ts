import { describe, expect, it } from 'vitest';
import { defaultUniverse } from '../coins/universe.ts';
import type { DailyReach } from '../store/deep-history-store.ts';
import { reachOf, wantedOf } from './deep-reach.ts';

const universe = defaultUniverse();
const RECENT = Date.UTC(2024, 2, 1);
const WANTED = Date.UTC(2016, 0, 1);
const LISTED = Date.UTC(2021, 8, 30);
const aave = universe.coin('aave')!;

/** How far every product goes, but for those that are told otherwise. */
function reaches(others: Record<string, Partial<DailyReach>> = {}): DailyReach[] {
  return universe.listings.map(({ coinId, exchange }) => ({
    ...{ coinId, exchange, coveredFrom: WANTED, firstTime: LISTED },
    ...others[`${coinId}@${exchange}`],
  }));
}

const reach = (there: DailyReach[], wanted = new Map([['aave', WANTED]])) =>
  reachOf(aave, wanted, there, universe.listings);

describe('how far back daily candles go', () => {
  it('is done at the oldest bar of any venue, though that began later', () => {
    const there = reaches({ 'aave@binance': { firstTime: Date.UTC(2020, 9, 15) } });
    expect(reach(there)).toEqual({
      ...{ coin_id: 'aave', from: WANTED, reached: Date.UTC(2020, 9, 15), done: true },
    });
  });

  it('is no further than the venue that is behind', () => {
    const there = reaches({ 'aave@coinbase': { coveredFrom: RECENT, firstTime: RECENT } });
    expect(reach(there)).toMatchObject({ reached: RECENT, done: false });
  });

  it('is not done before what converts it goes as far', () => {
    const there = reaches({ 'tether@coinbase': { coveredFrom: RECENT } });
    expect(reach(there)).toMatchObject({ reached: LISTED, done: false });
  });

  it('waits for no product that its venue does not list', () => {
    const listings = universe.listings.filter((one) => one.exchange === 'binance');
    const there = reaches().filter((one) => one.exchange === 'binance');
    const wanted = new Map([['aave', WANTED]]);
    expect(reachOf(aave, wanted, there, listings)).toMatchObject({ reached: LISTED, done: true });
  });

  it('is told of a coin that nobody asked for, and of one that nothing is known of', () => {
    expect(reach(reaches(), new Map())).toMatchObject({ from: null, reached: LISTED, done: true });
    expect(reach([])).toMatchObject({ from: WANTED, reached: null, done: false });
  });
});

it('what tells the dollar rate goes back as far as any coin', () => {
  const wanted = new Map([
    ['aave', WANTED],
    ['solana', RECENT],
  ]);
  const since = ['aave', 'solana', 'bitcoin', 'tether', 'usd-coin', 'pepe'].map((coinId) =>
    wantedOf(wanted, coinId),
  );
  expect(since).toEqual([WANTED, WANTED, WANTED, WANTED, WANTED, undefined]);
  expect(wantedOf(new Map(), 'tether')).toBeUndefined();
});
