import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { beforeEach, expect, test } from 'vitest';
import type { Person } from './support/person.ts';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const BUY = {
  ...{ kind: 'buy', time: '2026-01-02T03:04:05+01:00', asset: 'btc', quantity: '0.50' },
  ...{ price: '40000', currency: 'EUR', fee: { asset: 'EUR', quantity: '5' } },
  ...{ wallet: 'Kraken', note: 'first' },
};
const spend = (time: string, quantity = '1', asset = 'BTC') => ({
  ...{ kind: 'spend', time, asset, quantity },
});

let anna: Person;
let path: string;
beforeEach(async () => {
  anna = rig.person();
  ({ path } = await anna.portfolio());
});

const list = (query = '') => anna.ask<Transaction[]>('GET', `${path}/transactions${query}`);
const one = ({ data }: { data: Transaction }) => `${path}/transactions/${data.transaction_id}`;

test('a transaction is put in as it would be written down, and read as movements', async () => {
  const made = await anna.enter(path, BUY);
  expect([made.status, made.etag]).toEqual([201, '"1"']);
  expect(made.data).toEqual({
    transaction_id: made.data.transaction_id,
    portfolio_id: path.slice(1),
    ...{ time: '2026-01-02T02:04:05.000Z', kind: 'buy', income_kind: null, note: 'first' },
    movements: [
      { asset: 'BTC', amount: '0.5', role: 'amount', wallet: 'Kraken' },
      { asset: 'EUR', amount: '-20000', role: 'amount', wallet: 'Kraken' },
      { asset: 'EUR', amount: '-5', role: 'fee', wallet: 'Kraken' },
    ],
    price: { amount: '40000', currency: 'EUR' },
    source: null,
    version: 1,
  });
  const read = await anna.ask('GET', one(made));
  expect([read.status, read.data, read.etag]).toEqual([200, made.data, '"1"']);
  expect((await list()).data).toEqual([made.data]);
});

test.each([
  [{ ...BUY, quantity: 0.5 }, ['body.quantity']],
  [{ ...BUY, quantity: '-1' }, ['body.quantity']],
  [{ ...BUY, quantity: '1e3' }, ['body.quantity']],
  [{ ...BUY, quantity: '1'.repeat(201) }, ['body.quantity']],
  [{ ...BUY, asset: 'x'.repeat(65) }, ['body.asset']],
  [{ ...BUY, asset: 'SOL (Solana)' }, ['body.asset']],
  [{ ...BUY, kind: 'stake' }, ['body.kind']],
  [{ ...BUY, time: '2026-01-02' }, ['body.time']],
  [{ ...BUY, fee: { asset: 'EUR', quantity: '5', wallet: 'x' } }, ['body.fee.wallet']],
  [{ ...BUY, total: '1', income_kind: 'staking' }, ['body.income_kind', 'body.price']],
  [{ ...BUY, currency: 'BTC' }, ['body.currency', 'body.asset']],
])('%j is refused, and every field is named', async (body, fields) => {
  const answer = await anna.enter(path, body);
  expect([answer.status, answer.error.code, answer.fields]).toEqual([
    ...[400, 'INVALID_REQUEST', fields],
  ]);
  expect((await list()).data).toEqual([]);
});

test('another takes the place of one, where the tag says which', async () => {
  const made = await anna.enter(path, BUY);
  const put = (body: object, headers: Record<string, string> = {}) =>
    anna.ask<Transaction>('PUT', one(made), { body, headers });
  const next = spend('2026-01-03T00:00:00Z', '2', 'EUR');
  expect((await put(next)).fields).toEqual(['headers.if-match']);
  expect((await put(next, { 'if-match': '"2"' })).error.code).toBe('PRECONDITION_FAILED');
  expect((await put({ ...next, quantity: '0' }, { 'if-match': '"1"' })).fields).toEqual([
    'body.quantity',
  ]);
  expect((await anna.ask('GET', one(made))).data).toEqual(made.data);
  const done = await put(next, { 'if-match': '"1"' });
  expect([done.status, done.etag]).toEqual([200, '"2"']);
  expect(done.data).toMatchObject({
    ...{ kind: 'spend', price: null, note: null, version: 2 },
    movements: [{ asset: 'EUR', amount: '-2', role: 'amount', wallet: '' }],
  });
  expect((await anna.ask('GET', one(made))).data).toEqual(done.data);
  expect(await anna.balances(path)).toEqual({ EUR: '-2' });
});

test('one that is removed is gone, where the tag says which', async () => {
  const made = await anna.enter(path, BUY);
  const remove = (headers: Record<string, string>) => anna.ask('DELETE', one(made), { headers });
  expect((await remove({})).fields).toEqual(['headers.if-match']);
  expect((await remove({ 'if-match': '"2"' })).status).toBe(412);
  expect((await remove({ 'if-match': '"1"' })).status).toBe(200);
  expect((await remove({ 'if-match': '"1"' })).status).toBe(404);
  expect((await anna.ask('GET', one(made))).status).toBe(404);
  expect(await anna.balances(path)).toEqual({});
  expect(await rig.parts.db.selectFrom('movements').selectAll().execute()).toEqual([]);
});

test('what is no transaction of the portfolio is 404, of another portfolio of one’s own too', async () => {
  const made = await anna.enter(path, BUY);
  const { path: other } = await anna.portfolio('other');
  const headers = { 'if-match': '*' };
  for (const there of [
    one(made).replace(path, other),
    `${path}/transactions/${UNKNOWN}`,
    `${path}/transactions/x`,
  ]) {
    expect((await anna.ask('GET', there)).status).toBe(404);
    expect((await anna.ask('PUT', there, { headers, body: BUY })).status).toBe(404);
    expect((await anna.ask('DELETE', there, { headers })).status).toBe(404);
  }
  expect((await anna.ask('GET', one(made))).status).toBe(200);
});

test('of two who change one at once one wins, and its movements are that one’s', async () => {
  const made = await anna.enter(path, BUY);
  const headers = { 'if-match': '"1"' };
  const answers = await Promise.all(
    ['1', '2', '3', '4'].map((quantity) =>
      anna.ask<Transaction>('PUT', one(made), { headers, body: spend(BUY.time, quantity) }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  const won = answers.find(({ status }) => status === 200);
  expect((await anna.ask('GET', one(made))).data).toEqual(won?.data);
});

test('newest first, and of equal times the one that was put in last', async () => {
  const times = ['2026-01-02', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-02'];
  for (const [i, day] of times.entries()) {
    await anna.enter(path, spend(`${day}T00:00:00Z`, String(i + 1)));
  }
  const amounts = ({ data }: { data: Transaction[] }) =>
    data.map(({ movements }) => movements[0]?.amount);
  const expected = ['-4', '-5', '-3', '-1', '-2'];
  expect(amounts(await list())).toEqual(expected);
  for (const limit of [1, 2, 3, 4]) {
    const found: unknown[] = [];
    let cursor = '';
    do {
      const page = await list(`?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      found.push(...amounts(page));
      cursor = page.meta.next_cursor ?? '';
    } while (cursor !== '');
    expect(found).toEqual(expected);
  }
  // A place in the order is kept when what is there is changed.
  const [, , middle] = (await list()).data;
  await anna.ask('PUT', `${path}/transactions/${middle?.transaction_id}`, {
    ...{ body: spend('2026-01-02T00:00:00Z', '33'), headers: { 'if-match': '*' } },
  });
  expect(amounts(await list())).toEqual(['-4', '-5', '-33', '-1', '-2']);
});

test('a page goes on where it ended, whatever is put in meanwhile', async () => {
  for (const day of ['01', '02', '03']) await anna.enter(path, spend(`2026-01-${day}T00:00:00Z`));
  const first = await list('?limit=2');
  await anna.enter(path, spend('2026-01-04T00:00:00Z'));
  await anna.enter(path, spend('2026-01-02T00:00:00Z'));
  const rest = await list(`?limit=2&cursor=${first.meta.next_cursor}`);
  expect(rest.data.map(({ time }) => time)).toEqual(['2026-01-01T00:00:00.000Z']);
  expect(rest.meta.next_cursor).toBeNull();
});

test('by kind, by asset in any of its movements, and by time', async () => {
  await anna.enter(path, BUY);
  await anna.enter(path, spend('2026-01-03T00:00:00Z', '1', 'EUR'));
  await anna.enter(path, { ...spend('2026-01-04T00:00:00Z', '1', 'stETH'), kind: 'loss' });
  const kinds = async (query: string) => (await list(query)).data.map(({ kind }) => kind);
  expect(await kinds('?kind=buy')).toEqual(['buy']);
  expect(await kinds('?asset=EUR')).toEqual(['spend', 'buy']);
  expect(await kinds('?asset=btc')).toEqual(['buy']);
  expect(await kinds('?asset=stETH')).toEqual(['loss']);
  expect(await kinds('?asset=STETH')).toEqual([]);
  const at = Date.UTC(2026, 0, 3);
  expect(await kinds(`?from=${at}`)).toEqual(['loss', 'spend']);
  expect(await kinds(`?to=${at}`)).toEqual(['buy']);
  expect(await kinds(`?from=${at}&to=${at + 1}&kind=spend&asset=eur`)).toEqual(['spend']);
});

test.each(['?limit=0', '?limit=201', '?cursor=x', '?kind=stake', '?from=1', '?page=2'])(
  'a list with %s is refused',
  async (query) => {
    const { status, fields } = await list(query);
    expect([status, fields]).toEqual([400, [`query.${query.slice(1).split('=')[0]}`]]);
  },
);

test('a portfolio has a million transactions at most', async () => {
  await rig.parts.db.updateTable('portfolios').set({ transaction_count: 999_999 }).execute();
  const made = await anna.enter(path, BUY);
  expect(made.status).toBe(201);
  expect(await anna.enter(path, BUY)).toMatchObject({ status: 409, error: { code: 'CONFLICT' } });
  await anna.ask('DELETE', one(made), { headers: { 'if-match': '*' } });
  expect((await anna.enter(path, BUY)).status).toBe(201);
});
