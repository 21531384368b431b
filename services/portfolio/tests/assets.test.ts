import type { AssetChanged, HeldAsset } from '@tidemark/contracts/portfolio-asset';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { until } from '@tidemark/testkit/until';
import { expect, test } from 'vitest';
import type { Person } from './support/person.ts';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();
const TIME = '2026-01-01T00:00:00.000Z';
const kindsOf = async (anna: Person, path: string) => {
  const { data } = await anna.ask<Transaction[]>('GET', `${path}/transactions`);
  return data.map(({ kind }) => kind);
};

test('an asset with its price is bought, with the money that came in for it', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const body = { asset: 'btc', quantity: '0.5', purchase_price: '60000.10' };
  const more = {
    body: { ...body, purchase_date: '2026-01-01' },
    headers: { 'idempotency-key': 'x' },
  };
  const added = await anna.ask<Transaction>('POST', `${path}/assets`, more);
  expect([added.status, added.etag]).toEqual([201, '"1"']);
  expect(added.data).toMatchObject({
    ...{ kind: 'buy', time: TIME, price: { amount: '60000.1', currency: 'EUR' } },
    movements: [
      { asset: 'BTC', amount: '0.5' },
      { asset: 'EUR', amount: '-30000.05' },
    ],
  });
  expect((await anna.ask('POST', `${path}/assets`, more)).text).toBe(added.text);
  expect(await kindsOf(anna, path)).toEqual(['buy', 'deposit']);
  expect((await anna.ask<HeldAsset[]>('GET', `${path}/assets`)).data).toEqual([
    { asset: 'BTC', quantity: '0.5', wallets: [{ wallet: '', quantity: '0.5' }] },
  ]);
});

test('without a price it comes from elsewhere, now; money is paid in', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const add = (body: object) => anna.ask<Transaction>('POST', `${path}/assets`, { body });
  const coin = await add({ asset: 'stETH', quantity: '2' });
  const now = new Date(rig.clock.now()).toISOString();
  expect(coin.data).toMatchObject({ kind: 'transfer_in', time: now, price: null });
  expect((await add({ asset: 'usd', quantity: '7' })).data.kind).toBe('deposit');
  expect(await anna.balances(path)).toEqual({ USD: '7', stETH: '2' });
});

test('a coin of the market is an asset by its symbol', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const add = (body: object) =>
    anna.ask<Transaction>('POST', `${path}/assets`, { body: { quantity: '2', ...body } });
  // The list of coins is not waited for.
  await until('coins are known', async () => (await rig.parts.market.coins()).length > 0);
  expect((await add({ coin_id: 'Ethereum' })).status).toBe(201);
  expect(await anna.balances(path)).toEqual({ ETH: '2' });
  expect((await add({ coin_id: 'dogecoin' })).fields).toEqual(['body.coin_id']);
  expect((await add({ coin_id: 'bitcoin', asset: 'BTC' })).fields).toEqual(['body.coin_id']);
});

test.each([
  [{ asset: 'BTC', quantity: '0' }, 'body.quantity'],
  [{ asset: 'BTC', quantity: '1', purchase_price: '0' }, 'body.purchase_price'],
  [{ asset: 'BTC', quantity: '1', currency: 'EUR' }, 'body.purchase_price'],
  [{ asset: 'BTC', quantity: '1', purchase_price: '1', currency: 'XYZ' }, 'body.currency'],
  [{ asset: 'BTC', quantity: '1', purchase_date: '2036-01-01' }, 'body.purchase_date'],
  [{ asset: 'EUR', quantity: '1', purchase_price: '1' }, 'body.asset'],
  [{ asset: 'a b', quantity: '1' }, 'body.asset'],
  [{ quantity: '1' }, 'body.asset'],
])('%j is refused, and the field is named', async (body, field) => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const { status, fields } = await anna.ask('POST', `${path}/assets`, { body });
  expect([status, fields]).toEqual([400, [field]]);
  expect(await kindsOf(anna, path)).toEqual([]);
});

test('a quantity is made so by what is missing or too much, from where most is', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const enter = (quantity: string, wallet: string) =>
    anna.enter(path, { kind: 'transfer_in', time: TIME, asset: 'ETH', quantity, wallet });
  await enter('1', 'Ledger');
  await enter('2.5', 'Kraken');
  const set = (quantity: string) =>
    anna.ask<AssetChanged>('PUT', `${path}/assets/eth`, { body: { quantity } });
  const more = await set('4.000000000000000001');
  expect(more.data).toMatchObject({
    ...{ asset: 'ETH', quantity: '4.000000000000000001' },
    transactions: [
      {
        ...{ kind: 'transfer_in', note: 'Set to 4.000000000000000001 by hand' },
        movements: [{ amount: '0.500000000000000001', wallet: 'Kraken' }],
      },
    ],
  });
  expect((await set('4.000000000000000001')).data.transactions).toEqual([]);
  const less = await set('0.5');
  expect(less.data.transactions).toMatchObject([
    { kind: 'transfer_out', movements: [{ amount: '-3.000000000000000001', wallet: 'Kraken' }] },
    { kind: 'transfer_out', movements: [{ amount: '-0.5', wallet: 'Ledger' }] },
  ]);
  expect(await anna.balances(path)).toEqual({ ETH: '0.5' });
  expect((await set('-1')).fields).toEqual(['body.quantity']);
});

test('what is taken out is empty in every wallet, and its past stays', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const entry = { time: TIME, asset: 'ADA', quantity: '3' };
  await anna.enter(path, { kind: 'transfer_in', ...entry, wallet: 'a' });
  await anna.enter(path, { kind: 'transfer_out', ...entry, quantity: '1', wallet: 'b' });
  const remove = () => anna.ask<AssetChanged>('DELETE', `${path}/assets/ADA`);
  const { data } = await remove();
  expect(data).toMatchObject({
    ...{ asset: 'ADA', quantity: '0' },
    transactions: [{ kind: 'transfer_out' }, { kind: 'transfer_in' }],
  });
  expect((await anna.ask('GET', `${path}/assets`)).data).toEqual([]);
  expect(await anna.balances(path, `?at=${Date.parse(TIME)}`)).toEqual({ ADA: '2' });
  expect((await remove()).status).toBe(404);
  const zero = await anna.ask('PUT', `${path}/assets/ADA`, { body: { quantity: '0' } });
  expect(zero.data).toEqual({ asset: 'ADA', quantity: '0', transactions: [] });
});

test('of those who say at once how much there is the last one is right', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const quantities = ['5', '2', '9', '1'];
  await Promise.all(
    quantities.map((quantity) => anna.ask('PUT', `${path}/assets/SOL`, { body: { quantity } })),
  );
  expect(quantities).toContain((await anna.balances(path))['SOL']);
});

test('of another’s portfolio it is as none, whatever is sent', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const other = rig.person();
  for (const [method, rest] of [
    ...([
      ['GET', ''],
      ['POST', ''],
      ['PUT', '/BTC'],
      ['DELETE', '/BTC'],
    ] as const),
  ] as const) {
    const body = method === 'GET' ? {} : { body: { nonsense: true } };
    const { status } = await other.ask(method, `${path}/assets${rest}`, body);
    expect([method, status]).toEqual([method, 404]);
  }
});
