import type { Backtest } from '@tidemark/contracts/backtest';
import type { FearGreedView } from '@tidemark/contracts/market-views';
import { expect, test } from 'vitest';
import { COINS, rigOver } from './support/analytics-rig.ts';
import { walk } from './support/candles.ts';
import { day } from './support/news.ts';

const HOUR = 3_600_000;
const days = walk('1d', 500, { seed: 51 });
const hours = walk('1h', 400, { seed: 52 });
const lastDay = days.at(-1)!.time;
/** News were first read here 272 hours before the last bar; of 72 before that something was found out later. */
const BEGAN = hours.length - 272;
const told = hours.slice(BEGAN - 72);

/** Good in every other stretch of 24 hours. */
const scoreOf = (i: number) => (Math.floor(i / 24) % 2 === 0 ? 0.6 : -0.6);

const rig = rigOver(
  async (market) => {
    for (const coin of COINS) await market.store(coin, '1d', days);
    await market.store('bitcoin', '1h', hours);
    await market.store('ethereum', '1h', hours);
  },
  (coinId, interval) => {
    if (interval === '1d') return [day(lastDay, { score: 0.4 })];
    if (coinId === 'ethereum') return [];
    return told.map(({ time }, i) => day(time, { score: scoreOf(i) }));
  },
);

test('fear and greed counts the news that sentiment tells', async () => {
  const { data } = await rig.get<FearGreedView>('fear-greed?days=2');
  const [before, last] = data.days.map(({ components }) => components.at(-1)!);
  expect(last).toMatchObject({ value: 0.4, score: 70, weight: 15, share: 15, absent: null });
  expect(before).toMatchObject({ score: null, share: 0, absent: 'No news of this day are kept.' });
  expect(data.news).toMatchObject({ absent: null, read_at: expect.any(Number) });
  expect(data.news.age_seconds).toBeGreaterThanOrEqual(0);
});

const RULES = { interval: '1h', entry: 'sentiment(6) > 0.5', exit: 'sentiment(6) < -0.5' };

test('a rule on news trades by what was stored when a bar closed, and by no hindsight', async () => {
  const { status, data } = await rig.post<Backtest>('backtest', { coin_id: 'bitcoin', ...RULES });
  expect(status).toBe(200);
  expect(data.entry).toBe('sentiment(6) > 0.5');
  // Half of six hours after news were first read.
  expect(data.entry_known_from).toBe(hours[BEGAN + 2]!.time);
  // Six good hours in a row, from the first whole stretch on; what they say is done an hour later.
  const good = told.findIndex((_, i) => i > 72 && [0, 5].every((ago) => scoreOf(i - ago) > 0));
  const bought = data.trades.map(({ entry_time }) => entry_time);
  expect(bought.length).toBeGreaterThan(2);
  expect(bought[0]).toBeGreaterThan(hours[BEGAN]!.time);
  expect(bought).toContain(told[good + 1]!.time);
  const from = new Date(hours[BEGAN]!.time + HOUR).toISOString();
  expect(data.assumptions.join(' ')).toContain(`nor before ${from}`);
});

test('a rule on news of a coin that has none says so', async () => {
  const { data } = await rig.post<Backtest>('backtest', { coin_id: 'ethereum', ...RULES });
  expect(data).toMatchObject({ entry_known_from: null, trades: [] });
  expect(data.assumptions.at(-1)).toContain('not known at any bar');
});

test('a rule without news assumes nothing of them', async () => {
  const rules = { coin_id: 'bitcoin', interval: '1h', entry: 'rsi < 40' };
  const { data } = await rig.post<Backtest>('backtest', rules);
  expect(data.assumptions.join(' ')).not.toContain('sentiment');
});
