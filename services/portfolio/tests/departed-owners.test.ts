import type { ServiceCall } from '@tidemark/service-calls/ask-service';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { departedOwners } from '../src/owners/departed-owners.ts';
import { REMOVED } from '../src/owners/remove-owner.ts';
import type { Person } from './support/person.ts';
import { portfolioRig } from './support/rig.ts';

const rig = portfolioRig();
const DAY_MS = 86_400_000;
const DEPOSIT = { kind: 'deposit', time: '2026-01-01T00:00:00Z', asset: 'EUR', quantity: '5' };

/** Accounts that users has. */
let accounts: Set<string>;
let answer: (userIds: string[]) => { status: number; body: unknown };
let asked: ServiceCall[];
beforeEach(() => {
  accounts = new Set([rig.person().userId]);
  asked = [];
  answer = (userIds) => ({
    status: 200,
    body: {
      success: true,
      data: {
        user_ids: userIds.filter((id) => accounts.has(id)),
        has_accounts: accounts.size > 0,
      },
      meta: { timestamp: new Date(0).toISOString(), request_id: 'x' },
    },
  });
});

const remove = () =>
  departedOwners({
    ...rig.parts,
    ask: async (call) => {
      asked.push(call);
      return answer((call.body as { user_ids: string[] }).user_ids);
    },
  }).remove(new AbortController().signal);

/** Somebody with an account, and something of everything. */
async function somebody(): Promise<Person> {
  const anna = rig.person();
  accounts.add(anna.userId);
  const { path } = await anna.portfolio();
  await anna.portfolio('another one');
  await anna.enter(path, DEPOSIT, { 'idempotency-key': 'x' });
  await anna.ask('POST', '/api/watchlist', { body: { name: 'x', coins: ['bitcoin'] } });
  return anna;
}
const kept = async ({ userId }: Person) => {
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*)::int from portfolios where user_id = ${userId}) as portfolios,
      (select count(*)::int from transactions join portfolios p on p.id = portfolio_id where user_id = ${userId}) as transactions,
      (select count(*)::int from watchlists where user_id = ${userId}) as watchlists,
      (select count(*)::int from idempotency_keys where user_id = ${userId}) as keys
  `.execute(rig.parts.db);
  return rows[0];
};
const ALL = { portfolios: 2, transactions: 1, watchlists: 1, keys: 1 };
const NOTHING = { portfolios: 0, transactions: 0, watchlists: 0, keys: 0 };

test('what an account left goes once it has been absent for a week, and what others have stays', async () => {
  const [anna, ben] = [await somebody(), await somebody()];
  accounts.delete(anna.userId);
  await remove();
  await rig.clock.advance(7 * DAY_MS - 1);
  await remove();
  expect(await kept(anna)).toEqual(ALL);
  await rig.clock.advance(1);
  await remove();
  expect([await kept(anna), await kept(ben)]).toEqual([NOTHING, ALL]);
  expect(await rig.parts.db.selectFrom('absent_owners').selectAll().execute()).toEqual([]);
  const movements = await rig.parts.db.selectFrom('movements').selectAll().execute();
  expect(movements).toHaveLength(1);
  await remove();
  expect(await kept(ben)).toEqual(ALL);
});

test('who is seen again begins anew', async () => {
  const anna = await somebody();
  accounts.delete(anna.userId);
  await remove();
  await rig.clock.advance(6 * DAY_MS);
  accounts.add(anna.userId);
  await remove();
  accounts.delete(anna.userId);
  for (const days of [2, 6]) {
    await rig.clock.advance(days * DAY_MS);
    await remove();
  }
  expect(await kept(anna)).toEqual(ALL);
});

test('what is no certain answer removes nothing, however long it lasts', async () => {
  const anna = await somebody();
  accounts.delete(anna.userId);
  await remove();
  await rig.clock.advance(30 * DAY_MS);
  const certain = answer;
  for (const uncertain of [
    () => ({ status: 503, body: certain([]).body }),
    () => ({ status: 200, body: null }),
    () => ({ status: 200, body: { success: true, data: { user_ids: [] }, meta: {} } }),
    () => {
      throw new Error('nobody answers');
    },
  ]) {
    answer = uncertain;
    await expect(remove()).rejects.toThrow();
  }
  answer = certain;
  const were = [...accounts];
  accounts.clear();
  await expect(remove()).rejects.toThrow('no account at all');
  expect(await kept(anna)).toEqual(ALL);
  accounts = new Set(were);
  await remove();
  expect(await kept(anna)).toEqual(NOTHING);
});

test('owners are asked about 200 at a time, each once', async () => {
  const rows = Array.from({ length: 450 }, (_, i) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    user_id: `00000000-0000-4000-9000-${String(i).padStart(12, '0')}`,
    ...{ name: 'x', position: 0, coins: '[]' },
  }));
  await rig.parts.db.insertInto('watchlists').values(rows).execute();
  await remove();
  const ids = asked.map(({ body }) => (body as { user_ids: string[] }).user_ids);
  expect(ids.map(({ length }) => length)).toEqual([200, 200, 50]);
  expect(new Set(ids.flat()).size).toBe(450);
});

test('no table is forgotten: everything that belongs to accounts or portfolios goes', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name in ('user_id', 'portfolio_id')
      and table_name not in (
        select conrelid::regclass::text from pg_constraint
        where contype = 'f' and confdeltype = 'c' and confrelid = 'portfolios'::regclass
      )`.execute(rig.parts.db);
  expect(rows.map(({ name }) => name).sort()).toEqual([...REMOVED].sort());
});
