import type { Backtest } from '@tidemark/contracts/backtest';
import { expect, test } from 'vitest';
import { rigOver } from './support/analytics-rig.ts';
import { walk } from './support/candles.ts';

const hours = walk('1h', 2_500, { seed: 11 });

const rig = rigOver(async (market) => {
  await market.store('bitcoin', '1h', hours);
});

const RULES = { coin_id: 'bitcoin', interval: '1h', entry: 'rsi(14) < 40', exit: 'rsi > 60' };

test('a rule is tried out on every stored bar, beside holding', async () => {
  const { status, data } = await rig.post<Backtest>('backtest', RULES);
  expect(status).toBe(200);
  expect(data).toMatchObject({
    ...{ coin_id: 'bitcoin', samples: 2_500, missing: 0, formula: 'backtest', simulated: true },
    ...{ fee_pct: 0.1, initial_cash: '10000', first_bar_time: hours[0]!.time },
  });
  expect(data.trades.length).toBeGreaterThan(10);
  expect(data.equity.length).toBeLessThanOrEqual(1_000);
  expect(data.equity.at(-1)!.time).toBe(hours.at(-1)!.time);
  expect(data.holding.total_return).not.toBe(data.summary.total_return);
  for (const { entry_time, exit_time } of data.trades) {
    expect(exit_time).toBeGreaterThan(entry_time);
  }
});

test('bars before the period warm the rules', async () => {
  const from = hours[2_000]!.time;
  const { data } = await rig.post<Backtest>('backtest', { ...RULES, from, equity_points: 3 });
  expect([data.samples, data.first_bar_time, data.entry_known_from]).toEqual([500, from, from]);
  expect(data.equity).toHaveLength(3);
});

test.each([
  [{ entry: 'rsj(14) < 30' }, 'body.entry'],
  [{ exit: 'rsi >' }, 'body.exit'],
  [{ interval: '2h' }, 'body.interval'],
  [{ fee_pct: 11 }, 'body.fee_pct'],
  [{ from: 5, to: 5 }, 'body.from'],
  [{ from: 9e15 }, 'body.from'],
  [{ to: 1e300 }, 'body.to'],
  [{ leverage: 10 }, 'body.leverage'],
])('%j is refused for %s', async (change, field) => {
  const { status, error } = await rig.post('backtest', { ...RULES, ...change });
  expect([status, error?.details?.[0]?.field]).toEqual([400, field]);
});

test('a coin that is not followed is not found, and one without history has too little', async () => {
  const unknown = await rig.post('backtest', { ...RULES, coin_id: 'nocoin' });
  expect([unknown.status, unknown.error?.code]).toEqual([404, 'RESOURCE_NOT_FOUND']);
  const empty = await rig.post('backtest', { ...RULES, coin_id: 'ethereum' });
  expect([empty.status, empty.error?.code]).toEqual([422, 'INSUFFICIENT_DATA']);
});

test('a rule on news is not tried out while sentiment is away', async () => {
  const { status, error } = await rig.post('backtest', { ...RULES, entry: 'sentiment > 0' });
  expect([status, error?.code]).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
});
