import type { Targets } from '@tidemark/contracts/portfolio-history';
import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { expect, test } from 'vitest';
import { targetsOf } from '../src/targets/target-store.ts';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();
const share = (asset: string, percent: number) => ({ asset, percent });

test('targets are kept as balances name their assets, and one who read others before is refused', async () => {
  const anna = rig.person();
  const { path, portfolio_id: id } = await anna.portfolio();
  const put = (etag: string, targets: object[]) =>
    anna.ask<Targets>('PUT', `${path}/targets`, {
      headers: { 'if-match': etag },
      body: { targets },
    });
  const none = await anna.ask<Targets>('GET', `${path}/targets`);
  expect(none.data).toEqual({ targets: [] });
  const first = await put(none.etag, [share('btc', 60), share('stETH', 40)]);
  expect(first.data).toEqual({ targets: [share('BTC', 60), share('stETH', 40)] });
  expect((await put(none.etag, [])).status).toBe(412);
  const read = await anna.ask<Targets>('GET', `${path}/targets`);
  expect(read).toMatchObject({ etag: first.etag, data: first.data });
  const row = await rig.parts.portfolios.find(anna.userId, id);
  expect(row && [...targetsOf(row)]).toEqual([
    ['BTC', 60],
    ['stETH', 40],
  ]);
  expect((await put(first.etag, [])).data).toEqual({ targets: [] });
});

test('renaming a portfolio changes no targets, and targets not the portfolio', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const { etag } = await anna.ask('GET', `${path}/targets`);
  const one = await anna.ask('GET', path);
  const headers = { 'if-match': one.etag };
  await anna.ask('PATCH', path, { headers, body: { name: 'Other' } });
  const body = { targets: [share('BTC', 100)] };
  expect(
    (await anna.ask('PUT', `${path}/targets`, { headers: { 'if-match': etag }, body })).status,
  ).toBe(200);
});

test('a position is as far off as its share is from its target, and what is not named is wanted not at all', async () => {
  rig.market.now.set('bitcoin', 100).set('ethereum', 10);
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const [time, currency] = ['2026-01-30T00:00:00Z', 'USD'];
  const headers = { 'if-match': '*' };
  await anna.ask('PATCH', path, { headers, body: { base_currency: 'USD' } });
  const buy = { kind: 'buy', time, currency, total: '1' };
  await anna.enter(path, { ...buy, asset: 'BTC', quantity: '3' });
  await anna.enter(path, { ...buy, asset: 'ETH', quantity: '10' });
  const drifts = async () => {
    const { data } = await anna.ask<PortfolioPerformance>('GET', `${path}/performance`);
    return data.positions.map(({ asset, target_percent, drift_percent }) => [
      asset,
      target_percent,
      drift_percent,
    ]);
  };
  expect(await drifts()).toEqual([
    ['BTC', null, null],
    ['ETH', null, null],
  ]);
  const body = { targets: [share('BTC', 80), share('SOL', 20)] };
  await anna.ask('PUT', `${path}/targets`, { headers, body });
  expect(await drifts()).toEqual([
    ['BTC', 80, -5],
    ['ETH', 0, 25],
  ]);
});

test.each([
  ['no version', {}, [], ['headers.if-match']],
  [
    'one asset twice',
    { 'if-match': '*' },
    [share('BTC', 1), share('btc', 2)],
    ['body.targets.1.asset'],
  ],
  ['more than all', { 'if-match': '*' }, [share('BTC', 60), share('ETH', 41)], ['body.targets']],
  ['less than nothing', { 'if-match': '*' }, [share('BTC', -1)], ['body.targets.0.percent']],
])('targets are refused that have %s', async (_, headers, targets, fields) => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const answer = await anna.ask('PUT', `${path}/targets`, { headers, body: { targets } });
  expect(answer).toMatchObject({ status: 400, fields });
});
