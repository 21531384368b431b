import type { Watchlist } from '@tidemark/contracts/watchlist';
import { expect, test } from 'vitest';
import { person, type Person } from './support/person.ts';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();
const LISTS = '/api/watchlist';
const ANY = { 'if-match': '*' };

async function made(anna: Person, name = 'To buy', coins: string[] = []) {
  const { data } = await anna.ask<Watchlist>('POST', LISTS, { body: { name, coins } });
  return { ...data, path: `${LISTS}/${data.watchlist_id}` };
}
async function namesOf(anna: Person): Promise<string[]> {
  const { data } = await anna.ask<Watchlist[]>('GET', LISTS);
  expect(data.map(({ position }) => position)).toEqual(data.map((_, i) => i));
  return data.map(({ name }) => name);
}
const coinsOf = ({ data }: { data: Watchlist }) => data.coins.map(({ coin_id }) => coin_id);

test('a watchlist is made, and read with the tag of its version', async () => {
  const anna = rig.person();
  const body = { name: ' To buy ', coins: ['Bitcoin', 'solana'] };
  const answer = await anna.ask<Watchlist>('POST', LISTS, { body });
  expect([answer.status, answer.etag]).toEqual([201, '"1"']);
  expect(answer.data).toEqual({
    ...{ watchlist_id: answer.data.watchlist_id, name: 'To buy', position: 0, version: 1 },
    coins: [
      { coin_id: 'bitcoin', note: null },
      { coin_id: 'solana', note: null },
    ],
  });
  const read = await anna.ask('GET', `${LISTS}/${answer.data.watchlist_id.toUpperCase()}`);
  expect([read.status, read.data, read.etag]).toEqual([200, answer.data, '"1"']);
  expect((await anna.ask('GET', LISTS)).data).toEqual([answer.data]);
});

test('the same request with its key makes one', async () => {
  const anna = rig.person();
  const more = { body: { name: 'x' }, headers: { 'idempotency-key': 'one' } };
  const first = await anna.ask('POST', LISTS, more);
  expect((await anna.ask('POST', LISTS, more)).text).toBe(first.text);
  expect(await namesOf(anna)).toEqual(['x']);
});

test.each([
  [{ name: ' ' }, 'body.name'],
  [{ name: 'x'.repeat(101) }, 'body.name'],
  [{ coins: [] }, 'body.name'],
  [{ name: 'x', coins: ['bitcoin', 'solana', 'BITCOIN'] }, 'body.coins.2'],
  [{ name: 'x', coins: ['a b'] }, 'body.coins.0'],
  [{ name: 'x', position: 1 }, 'body.position'],
])('%j is refused, and the field is named', async (body, field) => {
  const { status, error, fields } = await rig.person().ask('POST', LISTS, { body });
  expect([status, error.code, fields]).toEqual([400, 'INVALID_REQUEST', [field]]);
});

test('a star puts a coin in and takes it out, however often it is pressed', async () => {
  const anna = rig.person();
  const { path } = await made(anna, 'x', ['solana']);
  const star = (body?: object) =>
    anna.ask<Watchlist>('PUT', `${path}/coins/Bitcoin`, body && { body });
  const first = await star();
  expect([first.status, first.etag, coinsOf(first)]).toEqual([200, '"2"', ['solana', 'bitcoin']]);
  expect((await star()).etag).toBe('"2"');
  const noted = await star({ note: ' under 60,000 ' });
  expect(noted.data).toMatchObject({ version: 3, coins: [{}, { note: 'under 60,000' }] });
  expect((await star({})).data).toEqual(noted.data);
  expect((await star({ note: null })).data).toMatchObject({ coins: [{}, { note: null }] });
  for (const version of [5, 5]) {
    const gone = await anna.ask<Watchlist>('DELETE', `${path}/coins/bitcoin`);
    expect([gone.status, gone.data.version, coinsOf(gone)]).toEqual([200, version, ['solana']]);
  }
});

test('coins are arranged, and keep the notes that nobody changes', async () => {
  const anna = rig.person();
  const { path } = await made(anna, 'x', ['bitcoin', 'ethereum', 'solana']);
  await anna.ask('PUT', `${path}/coins/bitcoin`, { body: { note: 'one' } });
  await anna.ask('PUT', `${path}/coins/solana`, { body: { note: 'two' } });
  const coins = [{ coin_id: 'solana', note: null }, { coin_id: 'cardano' }, { coin_id: 'bitcoin' }];
  const { data } = await anna.ask<Watchlist>('PATCH', path, { body: { coins }, headers: ANY });
  expect(data).toMatchObject({ name: 'x', version: 4 });
  expect(data.coins).toEqual([
    { coin_id: 'solana', note: null },
    { coin_id: 'cardano', note: null },
    { coin_id: 'bitcoin', note: 'one' },
  ]);
});

test('a change needs the tag of what is changed, and a stale one changes nothing', async () => {
  const anna = rig.person();
  const { path } = await made(anna);
  const rename = (name: string, headers: Record<string, string>) =>
    anna.ask<Watchlist>('PATCH', path, { body: { name }, headers });
  expect((await rename('x', {})).fields).toEqual(['headers.if-match']);
  expect((await rename('second', { 'if-match': '"1"' })).etag).toBe('"2"');
  for (const stale of ['"1"', 'W/"2"', '"x"']) {
    expect((await rename('third', { 'if-match': stale })).error.code).toBe('PRECONDITION_FAILED');
  }
  expect((await anna.ask('DELETE', path, { headers: { 'if-match': '"1"' } })).status).toBe(412);
  expect(await namesOf(anna)).toEqual(['second']);
  for (const body of [{}, { name: ' ' }, { coins: [{ coin_id: 'x', note: 'a'.repeat(501) }] }]) {
    expect((await anna.ask('PATCH', path, { body, headers: ANY })).status).toBe(400);
  }
});

test('lists stand in the order of their owner, also when one of them moves or goes', async () => {
  const anna = rig.person();
  const lists: Awaited<ReturnType<typeof made>>[] = [];
  for (const name of ['a', 'b', 'c', 'd']) lists.push(await made(anna, name));
  await made(rig.person(), 'of somebody else');
  const move = async (i: number, position: number) => {
    const more = { body: { position }, headers: ANY };
    const { data, etag } = await anna.ask<Watchlist>('PATCH', lists[i]?.path ?? '', more);
    expect(etag).toBe(`"${data.version}"`);
    return data.position;
  };
  expect([await move(3, 0), await namesOf(anna)]).toEqual([0, ['d', 'a', 'b', 'c']]);
  expect([await move(3, 2), await namesOf(anna)]).toEqual([2, ['a', 'b', 'd', 'c']]);
  expect([await move(0, 99), await namesOf(anna)]).toEqual([3, ['b', 'd', 'c', 'a']]);
  expect((await anna.ask('DELETE', lists[1]?.path ?? '')).data).toBeNull();
  expect(await namesOf(anna)).toEqual(['d', 'c', 'a']);
  await made(anna, 'e');
  expect(await namesOf(anna)).toEqual(['d', 'c', 'a', 'e']);
});

test('an account has 20 lists at most, and a list 200 coins', async () => {
  const anna = rig.person();
  const coins = Array.from({ length: 200 }, (_, i) => `coin-${i}`);
  const { path } = await made(anna, 'long', coins.slice(1));
  expect((await anna.ask('PUT', `${path}/coins/coin-0`)).status).toBe(200);
  expect((await anna.ask('PUT', `${path}/coins/one-more`)).error.code).toBe('CONFLICT');
  expect((await anna.ask('PUT', `${path}/coins/coin-0`)).status).toBe(200);
  const noted = coins.map((coin_id) => ({ coin_id, note: 'ä'.repeat(500) }));
  const all = await anna.ask('PATCH', path, { body: { coins: noted }, headers: ANY });
  expect(all.status).toBe(200);
  const body = { coins: [...coins, 'one-more'].map((coin_id) => ({ coin_id })) };
  expect((await anna.ask('PATCH', path, { body, headers: ANY })).fields).toEqual(['body.coins']);
  for (let i = 1; i < 20; i += 1) await made(anna, `list ${i}`);
  const more = { body: { name: 'one more' } };
  expect((await anna.ask('POST', LISTS, more)).error.code).toBe('CONFLICT');
  expect((await rig.person().ask('POST', LISTS, more)).status).toBe(201);
});

test('a key that may only read reads', async () => {
  const anna = rig.person();
  const { path } = await made(anna);
  const reader = person(() => rig.app, anna.userId, 'read');
  expect((await reader.ask('GET', path)).status).toBe(200);
  for (const refused of [
    await reader.ask('POST', LISTS, { body: { name: 'x' } }),
    await reader.ask('PATCH', path, { body: { name: 'x' }, headers: ANY }),
    await reader.ask('PUT', `${path}/coins/bitcoin`),
    await reader.ask('DELETE', `${path}/coins/bitcoin`),
    await reader.ask('DELETE', path),
  ])
    expect([refused.status, refused.error.code]).toEqual([403, 'FORBIDDEN']);
});

test('of another’s watchlist nothing is looked at: whatever is sent, it is as none', async () => {
  const anna = rig.person();
  const { path } = await made(anna, 'x', ['bitcoin']);
  const other = rig.person();
  const asked = [
    ...([
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
    ] as const),
    ...([
      ['PUT', '/coins/bitcoin'],
      ['DELETE', '/coins/bitcoin'],
    ] as const),
  ] as const;
  for (const [method, rest] of asked) {
    for (const body of method === 'GET' ? [undefined] : [undefined, { nonsense: true }]) {
      for (const headers of [{}, { 'if-match': '1' }, ANY]) {
        const answer = await other.ask(method, path + rest, { headers, ...(body && { body }) });
        expect([method, rest, answer.status, answer.error.message]).toEqual([
          ...[method, rest, 404, 'No such watchlist.'],
        ]);
      }
    }
  }
  expect((await anna.ask<Watchlist>('GET', path)).data.version).toBe(1);
  const unknown = `${LISTS}/00000000-0000-4000-8000-000000000000`;
  expect((await anna.ask('GET', unknown)).status).toBe(404);
  expect((await anna.ask('GET', `${LISTS}/nothing`)).status).toBe(404);
});
