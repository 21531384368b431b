import type { Portfolio } from '@tidemark/contracts/portfolio';
import { expect, test } from 'vitest';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();
const BODY = { name: 'Savings', base_currency: 'EUR' };
const DEPOSIT = { kind: 'deposit', time: '2026-01-01T00:00:00Z', asset: 'EUR', quantity: '5' };
const DAY_MS = 86_400_000;
const keyed = (key: string) => ({ 'idempotency-key': key });

test('the same request with its key is done once, and answered to the last letter as before', async () => {
  const anna = rig.person();
  const make = () => anna.ask('POST', '', { body: BODY, headers: keyed('one') });
  const first = await make();
  await rig.clock.advance(1_000);
  const again = await make();
  expect(again.text).toBe(first.text);
  expect([again.status, again.etag]).toEqual([201, '"1"']);
  expect((await anna.ask<Portfolio[]>('GET', '')).data).toHaveLength(1);
});

test('without a key it just happens', async () => {
  const anna = rig.person();
  await anna.portfolio();
  await anna.portfolio();
  expect((await anna.ask<Portfolio[]>('GET', '')).data).toHaveLength(2);
});

test('requests with one key that come at once are one', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => anna.enter(path, DEPOSIT, keyed('one'))),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(await anna.balances(path)).toEqual({ EUR: '5' });
});

test('a key that came with another request is refused: another body, another path', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const { path: other } = await anna.portfolio();
  const headers = keyed('one');
  expect((await anna.enter(path, DEPOSIT, headers)).status).toBe(201);
  for (const refused of [
    await anna.enter(path, { ...DEPOSIT, quantity: '6' }, headers),
    await anna.enter(other, DEPOSIT, headers),
    await anna.ask('POST', '', { body: BODY, headers }),
    await anna.ask('POST', `${path}/restore`, { headers }),
  ]) {
    expect([refused.status, refused.error.code, refused.fields]).toEqual([
      ...[409, 'CONFLICT', ['headers.idempotency-key']],
    ]);
  }
  expect(await anna.balances(path)).toEqual({ EUR: '5' });
  expect(await anna.balances(other)).toEqual({});
});

test('a key is its owner’s: another’s equal one is another', async () => {
  const both = [rig.person(), rig.person()];
  for (const who of both) {
    await who.ask('POST', '', { body: BODY, headers: keyed('one') });
    expect((await who.ask<Portfolio[]>('GET', '')).data).toHaveLength(1);
  }
});

test('what was refused is not kept: mended, it is done with the same key', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  await rig.parts.db.updateTable('portfolios').set({ transaction_count: 1_000_000 }).execute();
  expect((await anna.enter(path, DEPOSIT, keyed('one'))).status).toBe(409);
  expect((await anna.enter(path, { ...DEPOSIT, quantity: '0' }, keyed('one'))).status).toBe(400);
  await rig.parts.db.updateTable('portfolios').set({ transaction_count: 0 }).execute();
  expect((await anna.enter(path, DEPOSIT, keyed('one'))).status).toBe(201);
});

test('restoring is done once with its key', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  await anna.ask('DELETE', path);
  const restore = () => anna.ask<Portfolio>('POST', `${path}/restore`, { headers: keyed('one') });
  const first = await restore();
  expect([first.status, first.data.version]).toEqual([200, 3]);
  await anna.ask('DELETE', path);
  expect((await restore()).text).toBe(first.text);
  expect((await anna.ask('GET', path)).status).toBe(404);
});

test.each(['', 'a b', 'ä', 'x'.repeat(201)])('the key %j is refused by its name', async (key) => {
  const answer = await rig.person().ask('POST', '', { body: BODY, headers: keyed(key) });
  expect([answer.status, answer.fields]).toEqual([400, ['headers.idempotency-key']]);
});

test('a key of 200 visible characters will do', async () => {
  const headers = keyed(`!~${'x'.repeat(198)}`);
  expect((await rig.person().ask('POST', '', { body: BODY, headers })).status).toBe(201);
});

test('an answer is kept for a day, and then forgotten', async () => {
  const anna = rig.person();
  const make = () => anna.ask('POST', '', { body: BODY, headers: keyed('one') });
  const kept = () => rig.parts.db.selectFrom('idempotency_keys').select('key').execute();
  const first = await make();
  await rig.clock.advance(DAY_MS - 1);
  await rig.parts.answers.prune();
  expect((await make()).text).toBe(first.text);
  await rig.clock.advance(1);
  expect(await kept()).toHaveLength(1);
  // Also where nobody has cleaned up.
  expect((await make()).text).not.toBe(first.text);
  await rig.parts.answers.prune();
  expect(await kept()).toHaveLength(1);
  await rig.clock.advance(DAY_MS);
  await rig.parts.answers.prune();
  expect(await kept()).toEqual([]);
  expect((await anna.ask<Portfolio[]>('GET', '')).data).toHaveLength(2);
});

test('where the work fails nothing is kept, and where the answer cannot be kept nothing is done', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const { db } = rig.parts;
  await db.schema.alterTable('idempotency_keys').renameTo('gone').execute();
  try {
    expect((await anna.enter(path, DEPOSIT, keyed('one'))).status).toBe(500);
  } finally {
    await db.schema.alterTable('gone').renameTo('idempotency_keys').execute();
  }
  expect(await anna.balances(path)).toEqual({});
  expect((await anna.enter(path, DEPOSIT, keyed('one'))).status).toBe(201);
  expect(await anna.balances(path)).toEqual({ EUR: '5' });
});
