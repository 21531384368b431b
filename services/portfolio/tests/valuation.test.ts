import type { Gains } from '@tidemark/contracts/portfolio-gains';
import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { CANDLE_REWRITES } from '@tidemark/contracts/topics';
import { Amount } from '@tidemark/ledger/amount';
import { until } from '@tidemark/testkit/until';
import { beforeEach, expect, test } from 'vitest';
import { assemble } from '../src/assemble.ts';
import { person, type Person } from './support/person.ts';
import { mountPortfolio } from './support/portfolio-app.ts';
import { portfolioRig } from './support/rig.ts';

// It is 1 February 2026, midnight UTC.
const rig = portfolioRig();
let anna: Person;
beforeEach(() => {
  anna = rig.person();
  rig.market.now.set('bitcoin', 120).set('ethereum', 11);
  rig.market.closes.set('bitcoin', { '2026-01-10': 100, '2026-01-20': 110, '2026-01-31': 115 });
  rig.market.closes.set('ethereum', { '2026-01-20': 10, '2026-01-31': 10.5 });
});

const valued = async (path: string, query = '') =>
  (await anna.ask<PortfolioPerformance>('GET', `${path}/performance${query}`)).data;
const opened = async (currency = 'USD', more: object = {}) => {
  const body = { name: 'Coins', base_currency: currency, ...more };
  const { data } = await anna.ask<Portfolio>('POST', '', { body });
  return `/${data.portfolio_id}`;
};
const buy = (
  quantity: string,
  total: string,
  time = '2026-01-10T12:00:00Z',
  more: object = {},
) => ({
  ...{ kind: 'buy', time, asset: 'BTC', quantity, total, currency: 'USD', ...more },
});
/** What the figures of gains add up to. */
const added = (figures: PortfolioPerformance) =>
  ['realised', 'currency_gains', 'income', 'unrealised']
    .map((name) => figures[name as 'realised']!)
    .reduce((sum, figure) => sum.plus(figure), new Amount(0))
    .minus(figures.expenses!)
    .toFixed();

test('what was bought is worth the price of now and cost what was paid, which nobody put in before', async () => {
  const path = await opened();
  await anna.enter(path, buy('2', '190', undefined, { fee: { asset: 'USD', quantity: '10' } }));
  const figures = await valued(path);
  expect(figures).toMatchObject({
    ...{ value: '240', cost: '200', gain: '40', roi_percent: 20, money: '0', put_in: '200' },
    ...{ currency: 'USD', method: 'fifo', convention: 'tidemark', unpriced: [] },
    today: { change: '10', percent: (10 / 230) * 100 },
    history: { assets: 1 },
  });
  expect(figures.positions).toMatchObject([
    {
      ...{ asset: 'BTC', coin_id: 'bitcoin', kind: 'coin', quantity: '2', share_percent: 100 },
      ...{ price: { amount: '120', source: 'market', quality: 'good' }, today: '10' },
    },
  ]);
  expect(added(figures)).toBe(figures.gained);
  const from = Date.UTC(2026, 0, 10);
  await until('its past was asked for', () => rig.market.reached.get('bitcoin') === from);
});

test('income, sales and swaps of a past day take the close of that day', async () => {
  const path = await opened();
  await anna.enter(path, {
    kind: 'deposit',
    time: '2026-01-09T00:00:00Z',
    asset: 'USD',
    quantity: '500',
  });
  await anna.enter(path, buy('2', '200'));
  const income = { kind: 'income', income_kind: 'staking', asset: 'ETH', quantity: '3' };
  await anna.enter(path, { ...income, time: '2026-01-20T23:59:59Z' });
  const swap = { kind: 'swap', time: '2026-01-20T08:00:00Z' };
  const sides = {
    sold: { asset: 'BTC', quantity: '1' },
    bought: { asset: 'ETH', quantity: '10' },
  };
  await anna.enter(path, { ...swap, ...sides });
  const figures = await valued(path);
  expect(figures).toMatchObject({
    ...{ income: '30', realised: '10', put_in: '500', money: '300', value: '563' },
  });
  expect(added(figures)).toBe(figures.gained);
  const { data } = await anna.ask<Gains>('GET', `${path}/gains`);
  expect(data.years).toMatchObject([
    { year: 2026, disposals: 1, proceeds: '110', cost: '100', gain: '10', income: '30' },
  ]);
  expect(data.years[0]).toMatchObject({ short_term: '10', long_term: '0', currency_gains: '0' });
});

test('in another currency everything is converted at the rates of its days', async () => {
  rig.market.rates.set('EUR', { '2026-01-10': 1.25, '*': 1.1 });
  rig.market.ratesNow.set('EUR', '1.2');
  const path = await opened('EUR');
  await anna.enter(path, buy('2', '200'));
  const figures = await valued(path);
  // 200 dollars at 1.25 were put in, and are worth 2 × 120 at 1.2 now.
  expect(figures).toMatchObject({ value: '200', cost: '160', put_in: '160', currency: 'EUR' });
  expect(figures.positions[0]).toMatchObject({ asset: 'BTC', price: { amount: '100' } });
  expect(added(figures)).toBe(figures.gained);
});

test('what nobody knows is null and told; a price by hand and a coin that somebody names help', async () => {
  const path = await opened();
  const gift = { kind: 'gift_in', time: '2026-01-12T00:00:00Z', quantity: '4' };
  await anna.enter(path, { ...gift, asset: 'XYZ' });
  const { data: wrapped } = await anna.enter(path, { ...gift, asset: 'WBTC' });
  const before = await valued(path);
  expect(before).toMatchObject({ value: null, put_in: null, gained: null, realised: '0' });
  expect(before.unpriced.toSorted()).toEqual(['WBTC', 'XYZ']);
  expect(before.missing_prices).toContainEqual({
    ...{ asset: 'WBTC', time: Date.UTC(2026, 0, 12), transaction_id: wrapped.transaction_id },
  });
  const set = (asset: string, body: object) =>
    anna.ask('PUT', `${path}/asset-settings/${asset}`, { body });
  const prices = [
    { day: '2026-01-11', price: '5' },
    { day: '2026-01-30', price: '6.5' },
  ];
  await set('XYZ', { coin_id: null, is_mapped: false, prices });
  // A close of that day is lacking in the market, so one is given.
  const first = [{ day: '2026-01-12', price: '101' }];
  await set('WBTC', { coin_id: 'bitcoin', is_mapped: true, prices: first });
  const after = await valued(path);
  expect(after).toMatchObject({ value: '506', put_in: '424', unpriced: [], missing_prices: [] });
  expect(after.positions.map(({ asset, price }) => [asset, price?.source])).toEqual([
    ['WBTC', 'market'],
    ['XYZ', 'manual'],
  ]);
  const settings = await anna.ask('GET', `${path}/asset-settings`);
  expect(settings.data).toEqual([
    { asset: 'WBTC', coin_id: 'bitcoin', is_mapped: true, prices: first },
    { asset: 'XYZ', coin_id: null, is_mapped: false, prices },
  ]);
  const thousand = Array.from({ length: 1_000 }, (_, i) => ({
    day: new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10),
    price: `${i + 1}.123456789012345678`,
  }));
  const many = await set('XYZ', { coin_id: null, is_mapped: true, prices: thousand });
  expect(many).toMatchObject({ status: 200, data: { prices: thousand } });
  const refused = await set('XYZ', {
    coin_id: 'nothing',
    is_mapped: true,
    prices: [prices[0], prices[0]],
  });
  expect([refused.status, refused.fields]).toEqual([400, ['body.prices.1.day']]);
  const unknown = await set('XYZ', { coin_id: 'nothing', is_mapped: true, prices: [] });
  expect([unknown.status, unknown.fields]).toEqual([400, ['body.coin_id']]);
});

test('more sold than there is leaves gains unknown, with the row; or is booked, where that is wanted', async () => {
  const path = await opened();
  await anna.enter(path, buy('1', '100'));
  const sale = { kind: 'sell', time: '2026-01-20T12:00:00Z', asset: 'BTC', quantity: '3' };
  const { data: row } = await anna.enter(path, { ...sale, total: '330', currency: 'USD' });
  const refused = await valued(path);
  expect(refused).toMatchObject({ realised: null, gained: null, convention: 'tidemark' });
  expect(refused.oversold).toEqual([
    { transaction_id: row.transaction_id, asset: 'BTC', wanted: '3', available: '1' },
  ]);
  const headers = { 'if-match': '*' };
  await anna.ask('PATCH', path, { headers, body: { oversold: 'extrapolate' } });
  const booked = await valued(path);
  expect(booked).toMatchObject({ realised: '30', value: '330', put_in: '300' });
  expect(booked.convention).toBe('tidemark, what is not there booked at average cost');
  expect(booked.oversold).toHaveLength(1);
  expect(added(booked)).toBe(booked.gained);
});

test('lots of each wallet apart are sold apart', async () => {
  const path = await opened('USD', { pools: 'per_wallet', method: 'fifo' });
  await anna.enter(path, buy('1', '80', '2026-01-09T00:00:00Z', { wallet: 'A' }));
  await anna.enter(path, buy('1', '100', '2026-01-10T00:00:00Z', { wallet: 'B' }));
  const sale = { kind: 'sell', time: '2026-01-20T12:00:00Z', asset: 'BTC', quantity: '1' };
  await anna.enter(path, { ...sale, total: '110', currency: 'USD', wallet: 'B' });
  const apart = await valued(path);
  expect(apart).toMatchObject({ realised: '10', convention: 'tidemark, per wallet' });
  expect(apart.positions.find(({ asset }) => asset === 'BTC')?.wallets).toEqual([
    { wallet: 'A', quantity: '1' },
  ]);
  await anna.ask('PATCH', path, { headers: { 'if-match': '*' }, body: { pools: 'one' } });
  expect(await valued(path)).toMatchObject({ realised: '30', convention: 'tidemark' });
  expect(await valued(path, '?method=lifo')).toMatchObject({ realised: '10', method: 'lifo' });
});

test('where market-data does not answer, figures are null and nothing fails', async () => {
  rig.market.answers = false;
  const path = await opened('EUR');
  await anna.enter(path, buy('2', '200'));
  const answer = await anna.ask<PortfolioPerformance>('GET', `${path}/performance`);
  expect(answer.status).toBe(200);
  expect(answer.data).toMatchObject({ value: null, cost: null, unpriced: ['BTC'] });
  rig.market.answers = true;
  rig.market.rates.set('EUR', { '*': 1 });
  rig.market.ratesNow.set('EUR', '1');
  await rig.clock.advance(10_000);
  expect(await valued(path)).toMatchObject({ value: '240', cost: '200' });
});

test('an edit, also in another replica, is in the next answer', async () => {
  const path = await opened();
  const { data: row } = await anna.enter(path, buy('2', '200'));
  expect(await valued(path)).toMatchObject({ cost: '200' });
  const parts = assemble(rig.context);
  const other = await mountPortfolio(parts, rig.market);
  const elsewhere = person(() => other, anna.userId);
  const seen = async () =>
    (await elsewhere.ask<PortfolioPerformance>('GET', `${path}/performance`)).data.cost;
  expect(await seen()).toBe('200');
  await anna.enter(path, buy('1', '90', '2026-01-20T00:00:00Z'));
  expect([await seen(), (await valued(path)).cost]).toEqual(['290', '290']);
  const edit = { headers: { 'if-match': '*' }, body: buy('2', '150', '2026-01-05T00:00:00Z') };
  const place = `${path}/transactions/${row.transaction_id}`;
  await elsewhere.ask('PUT', place, edit);
  expect([await seen(), (await valued(path)).cost]).toEqual(['240', '240']);
  await anna.ask('DELETE', place, { headers: { 'if-match': '*' } });
  expect([await seen(), (await valued(path)).cost]).toEqual(['90', '90']);
  await parts.thread.stop();
  await other.close();
});

test('a day that is over is asked for once, and again when its candle is rewritten', async () => {
  const path = await opened();
  const income = { kind: 'income', income_kind: 'reward', asset: 'BTC', quantity: '1' };
  await anna.enter(path, { ...income, time: '2026-01-20T00:00:00Z' });
  const candles = () => rig.market.asked.filter((url) => url.includes('/candles/')).length;
  expect(await valued(path)).toMatchObject({ income: '110' });
  const before = candles();
  await rig.clock.advance(60_000);
  await valued(path);
  expect(candles()).toBe(before);
  rig.market.closes.get('bitcoin')!['2026-01-20'] = 111;
  const range = { from: Date.UTC(2026, 0, 20), to: Date.UTC(2026, 0, 21) };
  const value = { coin_id: 'bitcoin', exchange: 'coinbase', interval: '1d', ...range } as const;
  await rig.context.bus.publish(CANDLE_REWRITES, [{ key: 'bitcoin', value }]);
  await until('it is read again', async () => (await valued(path)).income === '111');
});

test('what came today takes the price of now, and at the next day the close of its own', async () => {
  const path = await opened();
  await rig.clock.advance(3_600_000);
  const income = { kind: 'income', income_kind: 'reward', asset: 'BTC', quantity: '1' };
  await anna.enter(path, { ...income, time: '2026-02-01T00:30:00Z' });
  expect(await valued(path)).toMatchObject({ income: '120', value: '120' });
  rig.market.now.set('bitcoin', 130);
  await rig.clock.advance(61_000);
  expect(await valued(path)).toMatchObject({ income: '130', value: '130' });
  rig.market.closes.get('bitcoin')!['2026-02-01'] = 125;
  await rig.clock.advance(86_400_000);
  expect(await valued(path)).toMatchObject({ income: '125', value: '130' });
});
