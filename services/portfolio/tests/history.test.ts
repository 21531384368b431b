import type { Portfolio } from '@tidemark/contracts/portfolio';
import type {
  Contribution,
  PortfolioHistory,
  PortfolioRisk,
} from '@tidemark/contracts/portfolio-history';
import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { Amount, sumOf } from '@tidemark/ledger/amount';
import { beforeEach, expect, test } from 'vitest';
import type { Person } from './support/person.ts';
import { AS_HEADER } from './support/portfolio-app.ts';
import { portfolioRig } from './support/rig.ts';

// It is 1 February 2026, midnight UTC.
const rig = portfolioRig();
const DAYS = ['26', '27', '28', '29', '30', '31'].map((day) => `2026-01-${day}`);
let anna: Person;
beforeEach(() => {
  anna = rig.person();
  const closes = (...all: (number | null)[]) =>
    Object.fromEntries(
      all.flatMap((close, i) => (close === null ? [] : [[DAYS[i] ?? '', close] as const])),
    );
  rig.market.now.set('bitcoin', 200).set('ethereum', 12);
  rig.market.closes.set('bitcoin', closes(100, 110, 120, 130, 140, 160));
  rig.market.closes.set('ethereum', closes(10, 10, null, 10, 11, 12));
});

const opened = async (currency = 'USD') => {
  const body = { name: 'Coins', base_currency: currency };
  const { data } = await anna.ask<Portfolio>('POST', '', { body });
  return `/${data.portfolio_id}`;
};
const enter = async (path: string, day: string, entry: object) =>
  (await anna.enter(path, { time: `2026-01-${day}T12:00:00Z`, ...entry })).data;
const buy = (asset: string, quantity: string, total: string) => ({
  ...{ kind: 'buy', asset, quantity, total, currency: 'USD' },
});
const deposit = (quantity: string) => ({ kind: 'deposit', asset: 'USD', quantity });
const history = async (path: string, query = '') =>
  (await anna.ask<PortfolioHistory>('GET', `${path}/history${query}`)).data;
/** One figure of each day. */
const of = <K extends keyof PortfolioHistory['points'][number]>(
  { points }: PortfolioHistory,
  name: K,
) => points.map((point) => point[name]);
test('each day has its value at its close, what was put in, and what the same flows would be worth elsewhere', async () => {
  const path = await opened();
  await enter(path, '27', deposit('1000'));
  await enter(path, '28', buy('BTC', '5', '600'));
  await enter(path, '30', { kind: 'withdrawal', asset: 'USD', quantity: '140' });
  const told = await history(path);
  expect(told).toMatchObject({ currency: 'USD', gaps: [], history: { assets: 1 } });
  expect(of(told, 'day')).toEqual([...DAYS.slice(1), '2026-02-01']);
  expect(of(told, 'value')).toEqual(['1000', '1000', '1050', '960', '1060', '1260']);
  expect(of(told, 'put_in')).toEqual(Array(6).fill('1000'));
  expect(of(told, 'taken_out')).toEqual(['0', '0', '0', '140', '140', '140']);
  expect(of(told, 'cash')).toEqual(['1000', '1000', '1000', '860', '860', '860']);
  // 1000 / 110 of bitcoin, less one of it on the 30th.
  const units = 1000 / 110;
  const bitcoin = of(told, 'bitcoin').map(Number);
  expect(bitcoin[1]).toBeCloseTo(units * 120, 9);
  expect(bitcoin[5]).toBeCloseTo((units - 1) * 200, 9);
  // Money until the first coin is held, on the 28th.
  expect(of(told, 'equal_weight').slice(0, 2)).toEqual(['1000', '1000']);
  expect(Number(of(told, 'equal_weight')[5])).toBeCloseTo((1000 / 120 - 1) * 200, 9);
  const growth = [1, 1, 1.05, 1.05 * (1100 / 1050), 0, 0];
  growth[4] = growth[3]! * (1060 / 960);
  growth[5] = growth[4] * (1260 / 1060);
  of(told, 'time_weighted_percent').forEach((percent, i) => {
    expect(percent).toBeCloseTo((growth[i]! - 1) * 100, 9);
  });
  const { data } = await anna.ask<PortfolioPerformance>('GET', `${path}/performance`);
  expect(data.value).toBe('1260');
  expect(data.time_weighted.percent).toBeCloseTo((growth[5] - 1) * 100, 9);
});

test('a range has its days alone, and a day without a price has no value and is told of', async () => {
  const path = await opened();
  await enter(path, '26', buy('ETH', '10', '100'));
  await enter(path, '26', { kind: 'gift_in', asset: 'XYZ', quantity: '1' });
  await enter(path, '29', { kind: 'loss', asset: 'XYZ', quantity: '1' });
  await enter(path, '27', buy('BTC', '1', '110'));
  const told = await history(path, '?from=2026-01-28&to=2026-01-30');
  expect(of(told, 'day')).toEqual(['2026-01-28', '2026-01-29', '2026-01-30']);
  expect(of(told, 'value')).toEqual([null, '230', '250']);
  // A gift of unknown worth came: nobody knows what was put in, nor what it grew by.
  expect(of(told, 'put_in')).toEqual([null, null, null]);
  expect(of(told, 'time_weighted_percent')).toEqual([null, null, null]);
  expect(told.gaps).toEqual([
    { asset: 'ETH', from: '2026-01-28', to: '2026-01-28' },
    { asset: 'XYZ', from: '2026-01-28', to: '2026-01-28' },
  ]);
  expect((await history(path)).gaps).toContainEqual({
    ...{ asset: 'XYZ', from: '2026-01-26', to: '2026-01-28' },
  });
  expect(of(await history(path, '?from=2026-02-01'), 'value')).toEqual(['320']);
  expect((await history(path, '?to=2026-01-25')).points).toEqual([]);
  const refused = await anna.ask('GET', `${path}/history?from=2026-01-28&to=2026-01-27`);
  expect(refused).toMatchObject({ status: 400, fields: ['query.to'] });
});

test('an edit changes the days from its own on', async () => {
  const path = await opened();
  await enter(path, '26', buy('BTC', '1', '100'));
  const { transaction_id } = await enter(path, '29', buy('BTC', '1', '130'));
  expect(of(await history(path), 'value')).toEqual([
    '100',
    '110',
    '120',
    '260',
    '280',
    '320',
    '400',
  ]);
  const body = { ...buy('BTC', '2', '260'), time: '2026-01-30T00:00:00Z' };
  const headers = { 'if-match': '*' };
  await anna.ask('PUT', `${path}/transactions/${transaction_id}`, { body, headers });
  const told = await history(path);
  expect(of(told, 'value')).toEqual(['100', '110', '120', '130', '420', '480', '600']);
  expect(of(told, 'put_in')).toEqual(['100', '100', '100', '100', '360', '360', '360']);
  expect(of(told, 'equal_weight').map(Number).map(Math.round)).toEqual(
    of(told, 'bitcoin').map(Number).map(Math.round),
  );
});

test('what each asset gained is the gain of the portfolio, of all days and of some', async () => {
  const path = await opened();
  await enter(path, '26', deposit('500'));
  const fee = { fee: { asset: 'USD', quantity: '3' } };
  await enter(path, '26', { ...buy('BTC', '2', '200'), ...fee });
  await enter(path, '27', {
    ...{ kind: 'swap', sold: { asset: 'BTC', quantity: '1' } },
    bought: { asset: 'ETH', quantity: '11' },
  });
  await enter(path, '29', {
    kind: 'income',
    income_kind: 'staking',
    asset: 'ETH',
    quantity: '0.3',
  });
  const gained = async (query = '') =>
    (await anna.ask<Contribution[]>('GET', `${path}/contributions${query}`)).data;
  const all = await gained();
  const sum = sumOf(all.map((each) => new Amount(each.gained ?? 'none')));
  const { data } = await anna.ask<PortfolioPerformance>('GET', `${path}/performance`);
  expect(sum.toFixed()).toBe(data.gained);
  // 2 for 203, one of which went for 110; 11 for that and 0.3 for nothing.
  expect(all).toMatchObject([
    { asset: 'BTC', gained: '107', percent: 21.4 },
    { asset: 'ETH', gained: '25.6' },
    { asset: 'USD', gained: '0' },
  ]);
  const some = await gained('?from=2026-01-30&to=2026-01-31');
  expect(some).toMatchObject([
    { asset: 'BTC', gained: '30' },
    { asset: 'ETH', gained: '22.6' },
    { asset: 'USD', gained: '0' },
  ]);
  expect(await gained('?to=2026-01-01')).toEqual([]);
});

test('risk is that of daily time-weighted returns, and null of too few days', async () => {
  const path = await opened();
  const risk = async () => (await anna.ask<PortfolioRisk>('GET', `${path}/risk`)).data;
  const unknown = { volatility_percent: null, value_at_risk_percent: null };
  expect(await risk()).toMatchObject({ days: 0, max_drawdown_percent: null, ...unknown });
  rig.market.closes.set('bitcoin', {
    '2026-01-28': 100,
    '2026-01-29': 80,
    '2026-01-30': 90,
    '2026-01-31': 120,
  });
  await enter(path, '28', buy('BTC', '1', '100'));
  await enter(path, '30', deposit('1000'));
  const told = await risk();
  expect(told).toMatchObject({ days: 4, value_at_risk_percent: null });
  expect(told.max_drawdown_percent).toBeCloseTo(-20, 9);
  expect(told.drawdown_to).toBe(Date.UTC(2026, 0, 29));
  expect(told.volatility_percent).toBeGreaterThan(100);
  expect(told.correlation_with_bitcoin).toBeGreaterThan(0.5);
});

test('a history is given out as CSV', async () => {
  const path = await opened();
  await enter(path, '30', buy('ETH', '1', '11'));
  const answer = await rig.app.inject({
    url: `/api/portfolio${path}/history.csv?to=2026-01-30`,
    headers: { [AS_HEADER]: JSON.stringify({ userId: anna.userId, role: 'user', scope: 'read' }) },
  });
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  const header =
    'day,value,put_in,taken_out,time_weighted_percent,bitcoin,cash,equal_weight,currency';
  expect(answer.body).toBe(`${header}\r\n2026-01-30,11,11,0,0,11,11,11,USD\r\n`);
});

test('a portfolio without transactions has no days', async () => {
  const path = await opened();
  expect(await history(path)).toMatchObject({ points: [], gaps: [] });
  expect((await anna.ask('GET', `${path}/contributions`)).data).toEqual([]);
});
