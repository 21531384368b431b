import type { Portfolio } from '@tidemark/contracts/portfolio';
import { expect, test } from 'vitest';
import { person } from './support/person.ts';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();
const BODY = { name: '  Savings ', base_currency: 'EUR' };
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

test('a portfolio is made, and read with the tag of its version', async () => {
  const anna = rig.person();
  const made = await anna.ask<Portfolio>('POST', '', { body: BODY });
  expect([made.status, made.etag]).toEqual([201, '"1"']);
  const now = new Date(rig.clock.now()).toISOString();
  expect(made.data).toEqual({
    portfolio_id: made.data.portfolio_id,
    ...{ name: 'Savings', base_currency: 'EUR', version: 1 },
    ...{ method: 'fifo', pools: 'one', oversold: 'refuse' },
    ...{ created_at: now, updated_at: now, deleted_at: null },
  });
  const read = await anna.ask('GET', `/${made.data.portfolio_id.toUpperCase()}`);
  expect([read.status, read.data, read.etag]).toEqual([200, made.data, '"1"']);
});

test.each([
  [{ ...BODY, name: '   ' }, 'body.name'],
  [{ ...BODY, name: 'x'.repeat(101) }, 'body.name'],
  [{ ...BODY, name: 'a\nb' }, 'body.name'],
  [{ ...BODY, base_currency: 'eur' }, 'body.base_currency'],
  [{ ...BODY, base_currency: 'BTC' }, 'body.base_currency'],
  [{ name: 'x' }, 'body.base_currency'],
  [{ ...BODY, id: 'x' }, 'body.id'],
])('%j is refused, and the field is named', async (body, field) => {
  const { status, error, fields } = await rig.person().ask('POST', '', { body });
  expect([status, error.code, fields]).toEqual([400, 'INVALID_REQUEST', [field]]);
});

test('somebody sees their own, newest first, also by the id of their account', async () => {
  const anna = rig.person();
  const first = await anna.portfolio('first');
  await rig.clock.advance(1);
  const second = await anna.portfolio('second');
  await rig.person().portfolio('of somebody else');
  const names = async (path: string) =>
    (await anna.ask<Portfolio[]>('GET', path)).data.map(({ name }) => name);
  for (const path of ['', '/user/me', `/user/${anna.userId}`, `/user/${anna.userId.toUpperCase()}`])
    expect(await names(path)).toEqual(['second', 'first']);
  await anna.ask('DELETE', first.path);
  expect(await names('')).toEqual(['second']);
  expect(await names('?deleted=true')).toEqual(['first']);
  expect(await names('/user/me?deleted=true')).toEqual(['first']);
  expect(second.portfolio_id).not.toBe(first.portfolio_id);
});

test('of another account the list is as of none', async () => {
  const anna = rig.person();
  for (const id of [rig.person().userId, UNKNOWN, 'balances']) {
    expect((await anna.ask('GET', `/user/${id}`)).status).toBe(404);
  }
});

test('a change needs the tag of what is changed, and a stale one changes nothing', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const rename = (name: string, headers: Record<string, string>) =>
    anna.ask<Portfolio>('PATCH', path, { body: { name }, headers });
  const missing = await rename('x', {});
  expect([missing.status, missing.fields]).toEqual([400, ['headers.if-match']]);
  const garbled = await rename('x', { 'if-match': '1' });
  expect([garbled.status, garbled.fields]).toEqual([400, ['headers.if-match']]);
  await rig.clock.advance(1_000);
  const done = await rename('second', { 'if-match': '"1"' });
  expect([done.status, done.etag, done.data.version]).toEqual([200, '"2"', 2]);
  expect(done.data.updated_at).toBe(new Date(rig.clock.now()).toISOString());
  for (const stale of ['"1"', 'W/"2"', '"x"', '"99999999999"', '"1", "3"']) {
    const refused = await rename('third', { 'if-match': stale });
    expect([refused.status, refused.error.code]).toEqual([412, 'PRECONDITION_FAILED']);
  }
  expect((await rename('third', { 'if-match': '"1", "2"' })).data.version).toBe(3);
  expect((await rename('fourth', { 'if-match': '*' })).data).toMatchObject({
    ...{ name: 'fourth', base_currency: 'EUR', version: 4 },
  });
});

test.each([
  [{}, 'body'],
  [{ name: ' ' }, 'body.name'],
  [{ base_currency: 'DOGE' }, 'body.base_currency'],
  [{ base_currency: 'XYZ' }, 'body.base_currency'],
])('a change to %j is refused', async (body, field) => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const { status, fields } = await anna.ask('PATCH', path, {
    body,
    headers: { 'if-match': '"1"' },
  });
  expect([status, fields]).toEqual([400, [field]]);
});

test('of two who change it at once one wins, and the other is told', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      anna.ask('PATCH', path, { body: { name }, headers: { 'if-match': '"1"' } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
});

test('a deleted portfolio is as none until it is restored, with what is in it', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const deposit = { kind: 'deposit', time: '2026-01-01T00:00:00Z', asset: 'EUR', quantity: '5' };
  expect((await anna.enter(path, deposit)).status).toBe(201);
  const stale = await anna.ask('DELETE', path, { headers: { 'if-match': '"9"' } });
  expect(stale.status).toBe(412);
  const gone = await anna.ask<Portfolio>('DELETE', path, { headers: { 'if-match': '"1"' } });
  expect([gone.status, gone.data.deleted_at, gone.data.version]).toEqual([
    200,
    new Date(rig.clock.now()).toISOString(),
    2,
  ]);
  expect((await anna.ask('GET', path)).status).toBe(404);
  expect((await anna.ask('DELETE', path)).status).toBe(404);
  expect((await anna.enter(path, deposit)).status).toBe(404);
  const back = await anna.ask<Portfolio>('POST', `${path}/restore`);
  expect([back.status, back.data.deleted_at, back.etag]).toEqual([200, null, '"3"']);
  expect(await anna.balances(path)).toEqual({ EUR: '5' });
  expect((await anna.ask<Portfolio>('POST', `${path}/restore`)).data.version).toBe(3);
});

test('an account has 100 portfolios at most, and 200 with those that are deleted', async () => {
  const anna = rig.person();
  const { parts } = rig;
  const row = (i: number, deleted: boolean) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    ...{ user_id: anna.userId, name: 'x', base_currency: 'EUR' },
    ...{ created_at: new Date(), updated_at: new Date(), deleted_at: deleted ? new Date() : null },
  });
  const rows = Array.from({ length: 199 }, (_, i) => row(i, i >= 99));
  await parts.db.insertInto('portfolios').values(rows).execute();
  const make = () => anna.ask('POST', '', { body: BODY });
  expect((await make()).status).toBe(201);
  expect(await make()).toMatchObject({ status: 409, error: { code: 'CONFLICT' } });
  const restore = () => anna.ask('POST', `/${row(150, true).id}/restore`);
  expect((await restore()).status).toBe(409);
  await anna.ask('DELETE', `/${row(0, false).id}`);
  expect(await make()).toMatchObject({ status: 409, error: { code: 'CONFLICT' } });
  expect((await restore()).status).toBe(200);
  expect((await rig.person().ask('POST', '', { body: BODY })).status).toBe(201);
});

test('a key that may only read reads, and nobody reads nothing', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const reader = person(() => rig.app, anna.userId, 'read');
  expect((await reader.ask('GET', path)).status).toBe(200);
  const headers = { 'if-match': '"1"' };
  for (const refused of [
    await reader.ask('POST', '', { body: BODY }),
    await reader.ask('PATCH', path, { body: { name: 'x' }, headers }),
    await reader.ask('DELETE', path),
    await reader.ask('POST', `${path}/restore`),
    await reader.enter(path, {}),
  ])
    expect([refused.status, refused.error.code]).toEqual([403, 'FORBIDDEN']);
  expect((await rig.app.inject(`/api/portfolio${path}`)).statusCode).toBe(401);
});

test('of another’s portfolio nothing is looked at: whatever is sent, it is as none', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const entry = { kind: 'deposit', time: '2026-01-01T00:00:00Z', asset: 'EUR', quantity: '5' };
  const { data } = await anna.enter(path, entry);
  const one = `/transactions/${data.transaction_id}`;
  const other = rig.person();
  const theirs = await other.portfolio();
  const paths: [Parameters<typeof other.ask>[0], string][] = [
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/restore'],
    ['GET', '/transactions'],
    ['POST', '/transactions'],
    ['GET', one],
    ['PUT', one],
    ['DELETE', one],
    ['GET', '/balances'],
  ];
  for (const [method, rest] of paths) {
    for (const body of method === 'GET' ? [undefined] : [undefined, { nonsense: true }, entry]) {
      for (const headers of [{}, { 'if-match': '"1"' }, { 'idempotency-key': 'not visible' }]) {
        const more = { headers, ...(body && { body }) };
        const { status, error } = await other.ask(method, path + rest, more);
        expect([method, rest, status, error.code]).toEqual([
          method,
          rest,
          404,
          'RESOURCE_NOT_FOUND',
        ]);
        expect(error.message).toBe('No such portfolio.');
      }
    }
  }
  // Nor is a transaction found by way of a portfolio of one's own.
  expect((await other.ask('GET', theirs.path + one)).status).toBe(404);
  expect((await anna.ask('GET', path + one)).status).toBe(200);
});
