import type { Import, KeptMapping, StagedFile } from '@tidemark/contracts/portfolio-import';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { describe, expect, test } from 'vitest';
import { filesOf, statement } from './support/files.ts';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();

async function somebody() {
  const owner = rig.person();
  const { path } = await owner.portfolio();
  return { owner, path, files: filesOf(rig, owner, path) };
}

const TRADES = statement(
  ['Deposit', 'EUR', '100'],
  ['Transaction Buy', 'BTC', '0.5'],
  ['Moon', 'BTC', 'much'],
  ['Deposit', 'ETH', '2'],
);

describe('a file that is sent', () => {
  test('is shown as what it would put in, with what it cannot', async () => {
    const { files, owner, path } = await somebody();
    const sent = await files.send(TRADES);
    expect([sent.status, sent.data.state]).toEqual([202, 'reading']);
    const file = await files.read(sent.data.file_id);
    expect(file).toMatchObject({
      ...{ state: 'ready', preset: 'binance-statement', bytes_read: TRADES.length, rows: 4 },
      ...{ taken: 3, joined: 0, ignored: 0, refused_count: 1, time_zone: 'UTC' },
      refused: [{ line: 4, field: 'Change', reason: '"much" is no amount' }],
      balances: { BTC: '0.5', ETH: '2', EUR: '100' },
      sample: [{ time: '2023-01-01T00:00:00.000Z', kind: 'deposit' }, {}, {}],
    });
    // Nothing is put in yet.
    expect(await owner.balances(path)).toEqual({});
    expect((await owner.ask<StagedFile[]>('GET', `${path}/files`)).data).toEqual([file]);
  });

  test('is read again in another zone, and by other columns', async () => {
    const { files, owner, path } = await somebody();
    const text = 'Wann;Was;Münze;Menge\n2023-01-01 10:00:00;Einzahlung;BTC;0,5\n';
    const file = await files.stage(text);
    expect(file).toMatchObject({ state: 'refused', titles: ['Wann', 'Was', 'Münze', 'Menge'] });
    const mapping = { time: 'wann', type: 'was', asset: 'münze', amount: 'menge' };
    expect(file.columns).toEqual(Object.values(mapping));
    const patch = (body: object) => owner.ask('PATCH', `${path}/files/${file.file_id}`, { body });
    expect((await patch({ time_zone: 'Mars/Olympus' })).fields).toEqual(['body.time_zone']);
    expect((await patch({ mapping: { asset: 'münze' } })).fields).toEqual(['body.mapping']);
    expect((await patch({ mapping, time_zone: 'Europe/Berlin' })).status).toBe(202);
    const read = await files.read(file.file_id);
    expect(read).toMatchObject({
      ...{ state: 'ready', preset: 'mapped', mapping, time_zone_from: 'given' },
      sample: [{ time: '2023-01-01T09:00:00.000Z' }],
    });
    expect((await files.commit([read], { keep_mapping_as: 'Bank' })).state).toBe('done');
    const kept = () => owner.ask<KeptMapping[]>('GET', `${path}/mappings`);
    expect((await kept()).data).toEqual([{ name: 'Bank', mapping }]);
    expect((await owner.ask('DELETE', `${path}/mappings/Bank`)).status).toBe(200);
    expect((await owner.ask('DELETE', `${path}/mappings/Bank`)).status).toBe(404);
    expect((await kept()).data).toEqual([]);
  });

  test('comes twice with one key and is there once', async () => {
    const { files, owner, path } = await somebody();
    const key = { 'idempotency-key': 'a' };
    const [first, again] = [
      await files.send(TRADES, undefined, key),
      await files.send(TRADES, undefined, key),
    ];
    expect(again.data.file_id).toBe(first.data.file_id);
    expect((await files.send('other', undefined, key)).status).toBe(409);
    expect((await owner.ask<StagedFile[]>('GET', `${path}/files`)).data).toHaveLength(1);
  });

  test('is refused where there is no room, and leaves nothing', async () => {
    const { files, owner, path } = await somebody();
    const tooLong = { 'content-length': String(64 * 1024 * 1024 + 1) };
    expect((await files.send(TRADES, undefined, tooLong)).status).toBe(413);
    expect((await files.send(TRADES, undefined, { 'content-type': 'text/plain' })).status).toBe(
      415,
    );
    expect((await files.send(TRADES, 'name=a&time_zone=Here')).fields).toEqual(['query.time_zone']);
    for (let n = 0; n < 10; n += 1) expect((await files.send('a,b,c\n')).status).toBe(202);
    expect((await files.send(TRADES)).status).toBe(409);
    const { data } = await owner.ask<StagedFile[]>('GET', `${path}/files`);
    expect(data).toHaveLength(10);
    await owner.ask('DELETE', `${path}/files/${data[0]?.file_id}`);
    expect((await files.send(TRADES)).status).toBe(202);
  });

  test('is forgotten after a day', async () => {
    const { files, owner, path } = await somebody();
    await files.stage(TRADES);
    await rig.clock.advance(86_400_000);
    await rig.parts.staged.prune();
    expect((await owner.ask<StagedFile[]>('GET', `${path}/files`)).data).toEqual([]);
    expect(await rig.parts.db.selectFrom('staged_chunks').selectAll().execute()).toEqual([]);
  });

  test('whose reader has gone is read by who is asked for it', async () => {
    const { files, owner, path } = await somebody();
    const { file_id } = await files.stage(TRADES);
    const gone = { state: 'reading', report: null, claim: null } as const;
    const until = (ms: number) => ({ claimed_until: new Date(rig.clock.now() + ms) });
    const set = (ms: number) =>
      rig.parts.db
        .updateTable('staged_files')
        .set({ ...gone, ...until(ms) })
        .execute();
    await set(1);
    await owner.ask('GET', `${path}/files/${file_id}`);
    expect((await files.read(file_id)).state).toBe('reading');
    await set(0);
    await owner.ask('GET', `${path}/files/${file_id}`);
    expect((await files.read(file_id)).state).toBe('ready');
  });
});

describe('an import', () => {
  test('puts in what was shown, and says where it is from', async () => {
    const { files, owner, path } = await somebody();
    const done = await files.put(TRADES);
    expect(done).toMatchObject({
      ...{ state: 'done', transactions: 3, already_there: 0, edited: 0, undone_at: null },
      files: [
        {
          ...{ name: 'export.csv', preset: 'binance-statement', rows: 4, taken: 3 },
          ...{ joined: 0, ignored: 0, refused: 1 },
        },
      ],
    });
    expect(await owner.balances(path)).toEqual({ BTC: '0.5', ETH: '2', EUR: '100' });
    const { data } = await owner.ask<Transaction[]>('GET', `${path}/transactions`);
    expect(data.map(({ source }) => source)).toEqual(
      [5, 3, 2].map((line) => ({
        ...{ import_id: done.import_id, file: 'export.csv', lines: [line], reference: null },
      })),
    );
    // What was put in waits no more.
    expect((await owner.ask<StagedFile[]>('GET', `${path}/files`)).data).toEqual([]);
  });

  test('twice, or in part, adds nothing; equal rows that are two stay two', async () => {
    const { files, owner, path } = await somebody();
    const fill = '1,2023-01-01 00:00:09,Spot,Deposit,BTC,1,\n';
    const rows = TRADES + fill + fill;
    const part = TRADES + fill;
    expect(await files.put(part)).toMatchObject({ transactions: 4 });
    expect(await files.put(part)).toMatchObject({ transactions: 0, already_there: 4 });
    const file = await files.stage(rows);
    expect([file.taken, file.ignored_because]).toEqual([1, { 'imported before': 4 }]);
    expect(await files.commit([file])).toMatchObject({ transactions: 1 });
    expect(await owner.balances(path)).toMatchObject({ BTC: '2.5' });
    // Of one import too, and in their order.
    const other = filesOf(rig, owner, (await owner.portfolio()).path);
    expect(await other.put(part, rows)).toMatchObject({ transactions: 5, already_there: 4 });
  });

  test('what was removed by hand does not come back, but for an import that is taken back', async () => {
    const { files, owner, path } = await somebody();
    const { import_id } = await files.put(TRADES);
    const { data } = await owner.ask<Transaction[]>('GET', `${path}/transactions`);
    const headers = { 'if-match': '*' };
    await owner.ask('DELETE', `${path}/transactions/${data[0]?.transaction_id}`, { headers });
    const note = { kind: 'deposit', time: '2023-01-01T00:00:00Z', asset: 'EUR', quantity: '7' };
    await owner.ask('PUT', `${path}/transactions/${data[2]?.transaction_id}`, {
      headers,
      body: note,
    });
    await owner.enter(path, note);
    expect(await files.put(TRADES)).toMatchObject({ transactions: 0, already_there: 3 });
    const { data: shown } = await owner.ask<Import>('GET', `${path}/imports/${import_id}`);
    expect(shown.edited).toBe(1);
    const undone = await owner.ask<Import>('DELETE', `${path}/imports/${import_id}`);
    expect(undone.data.undone_at).toBe(rig.clock.now());
    expect((await owner.ask('DELETE', `${path}/imports/${import_id}`)).status).toBe(200);
    // What was put in by hand stays.
    expect(await owner.balances(path)).toEqual({ EUR: '7' });
    expect(await files.put(TRADES)).toMatchObject({ transactions: 3, already_there: 0 });
    const { data: all } = await owner.ask<Import[]>('GET', `${path}/imports`);
    expect(all.map(({ transactions }) => transactions).sort()).toEqual([0, 3, 3]);
  });

  test('of files that are not ready is 409, of such that are not there 404', async () => {
    const { files, owner, path } = await somebody();
    const refused = await files.stage('nothing that is known');
    const ask = (ids: string[], more = {}) =>
      owner.ask('POST', `${path}/imports`, { body: { file_ids: ids, ...more } });
    expect((await ask([refused.file_id])).status).toBe(409);
    expect((await ask(['x'])).status).toBe(404);
    const ready = await files.stage(TRADES);
    expect((await ask([ready.file_id], { keep_mapping_as: 'a' })).fields).toEqual([
      'body.keep_mapping_as',
    ]);
    const elsewhere = await somebody();
    const body = { file_ids: [ready.file_id] };
    expect((await elsewhere.owner.ask('POST', `${elsewhere.path}/imports`, { body })).status).toBe(
      404,
    );
  });

  test('that its process left is done by who is asked for it, once', async () => {
    const { files, owner, path } = await somebody();
    const { file_id } = await files.stage(TRADES);
    await rig.parts.work.stop();
    const body = { file_ids: [file_id] };
    const { data } = await owner.ask<Import>('POST', `${path}/imports`, { body });
    expect(data.state).toBe('working');
    expect((await owner.ask('DELETE', `${path}/imports/${data.import_id}`)).status).toBe(409);
    await rig.reopen();
    await Promise.all([1, 2, 3].map(() => owner.ask('GET', `${path}/imports/${data.import_id}`)));
    await rig.parts.work.idle();
    const done = await owner.ask<Import>('GET', `${path}/imports/${data.import_id}`);
    expect(done.data).toMatchObject({ state: 'done', transactions: 3 });
    expect(await owner.balances(path)).toEqual({ BTC: '0.5', ETH: '2', EUR: '100' });
  });

  test('of one file, by two at once, puts it in once', async () => {
    const { files, owner, path } = await somebody();
    const [a, b] = [await files.stage(TRADES), await files.stage(TRADES)];
    await Promise.all([files.commit([a]), files.commit([b])]);
    expect(await owner.balances(path)).toEqual({ BTC: '0.5', ETH: '2', EUR: '100' });
  });

  test('that finds no room puts nothing in', async () => {
    const { files, owner, path } = await somebody();
    const file = await files.stage(TRADES);
    await rig.parts.db.updateTable('portfolios').set({ transaction_count: 999_998 }).execute();
    expect(await files.commit([file])).toMatchObject({
      ...{ state: 'failed', transactions: 0 },
      reason: 'A portfolio has at most 1000000 transactions.',
    });
    expect(await owner.balances(path)).toEqual({});
  });
});

describe('an export', () => {
  test('put into another portfolio is the same ledger, and into its own adds nothing', async () => {
    const { files, owner, path } = await somebody();
    await files.put(TRADES);
    const trade = {
      ...{
        kind: 'buy',
        time: '1999-12-31T23:59:59.123Z',
        asset: '=1+1',
        quantity: '0.1',
        price: '3',
      },
      ...{
        currency: 'EUR',
        wallet: '@home',
        note: '-a, "b"\\',
        fee: { asset: 'BNB', quantity: '1' },
      },
    };
    expect((await owner.enter(path, trade)).status).toBe(201);
    const csv = await files.exported();
    expect(csv).not.toMatch(/(^|,)"?[=@]/m);
    const other = await owner.portfolio();
    const there = filesOf(rig, owner, other.path);
    expect(await there.put(csv)).toMatchObject({ state: 'done', transactions: 4 });
    const ledger = async (of: string) => {
      const { data } = await owner.ask<Transaction[]>('GET', `${of}/transactions`);
      return data.map(({ time, kind, income_kind, movements, price, note }) => ({
        ...{ time, kind, income_kind, movements, price, note },
      }));
    };
    expect(await ledger(other.path)).toEqual(await ledger(path));
    expect(await files.put(csv)).toMatchObject({ transactions: 0, already_there: 6 });
    expect(await there.put(csv)).toMatchObject({ transactions: 0 });
  });
});
