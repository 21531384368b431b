import type {
  BreadthView,
  FearGreedView,
  RanksView,
  RegimesView,
} from '@tidemark/contracts/market-views';
import { expect, test } from 'vitest';
import { COINS, rigOver } from './support/analytics-rig.ts';
import { walk } from './support/candles.ts';

const days = new Map(COINS.map((coin, i) => [coin, walk('1d', 500, { seed: 21 + i })]));

const rig = rigOver(async (market) => {
  for (const [coin, candles] of days) await market.store(coin, '1d', candles);
});

const lastDay = days.get('bitcoin')!.at(-1)!.time;

test('breadth counts the coins above their averages', async () => {
  const { data } = await rig.get<BreadthView>('breadth');
  const above = [...days.values()].filter((candles) => {
    const closes = candles.slice(-20).map(({ close }) => close);
    return closes.at(-1)! > closes.reduce((a, b) => a + b, 0) / 20;
  });
  expect(data.averages[0]).toEqual({
    ...{ period: 20, above: above.length, known: 3, coins: 3, share: above.length / 3 },
  });
  expect(data).toMatchObject({ samples: 3, missing: 0, last_bar_time: lastDay, stale: false });
});

test('ranks give each coin a place', async () => {
  const { data } = await rig.get<RanksView>('ranks');
  const places = data.coins.map(({ volume_rank }) => volume_rank);
  expect(places.sort()).toEqual([1, 2, 3]);
});

test('the index of fear and greed follows from the components that it shows', async () => {
  const { data } = await rig.get<FearGreedView>('fear-greed?days=3');
  expect(data.days).toHaveLength(3);
  const { index, components, time } = data.latest!;
  expect(time).toBe(lastDay);
  const sum = components.reduce((total, { score, share }) => total + (score ?? 0) * share, 0);
  expect(index).toBeCloseTo(sum / 100, 8);
  expect(components.reduce((total, { weight }) => total + weight, 0)).toBe(100);
});

test('where no sentiment is, the index says that the news do not count, and why', async () => {
  const { data } = await rig.get<FearGreedView>('fear-greed?days=3');
  const absent = 'The sentiment service is away.';
  expect(data.news).toEqual({ read_at: null, age_seconds: null, absent });
  expect(data.latest!.components.at(-1)).toMatchObject({ score: null, share: 0, absent });
  expect(data.latest!.index).not.toBeNull();
});

test('each coin’s regime comes with the numbers that decide it', async () => {
  const { data } = await rig.get<RegimesView>('regimes');
  const bitcoin = data.coins.find(({ coin_id }) => coin_id === 'bitcoin')!;
  expect(bitcoin.close).toBeCloseTo(days.get('bitcoin')!.at(-1)!.close, 6);
  expect(bitcoin.average_200).not.toBeNull();
  expect(bitcoin.today).not.toBeNull();
});
