import { randomUUID } from 'node:crypto';
import { systemClock } from '@tidemark/clock/system-clock';
import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import type { Watchlist } from '@tidemark/contracts/watchlist';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { Amount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble, type PortfolioParts } from '../src/assemble.ts';
import { migrations } from '../src/migrations/index.ts';
import { person, type Answer, type Person } from './support/person.ts';
import { mountPortfolio } from './support/portfolio-app.ts';
import { embeddedContext } from './support/rig.ts';

const url = process.env['DATABASE_URL'];
if (url === undefined) {
  process.stderr.write('skipped: no DATABASE_URL; dev/with-infra.sh <command> starts PostgreSQL\n');
}

const DAY = '2026-01-01T00:00:00Z';
const DEPOSIT = { kind: 'deposit', time: DAY, asset: 'EUR', quantity: '5' };
const ROUNDS = 10;
const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();
const times = <T>(count: number, work: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => work(i));

describe.skipIf(url === undefined)('two replicas on one PostgreSQL, at the same moment', () => {
  const schema = `portfolio_${randomUUID()}`;
  let databases: PostgresDatabase[];
  let parts: PortfolioParts[];
  let apps: FastifyInstance[];
  beforeAll(async () => {
    databases = times(2, () => new PostgresDatabase({ url: url ?? '', schema }));
    await Promise.all(databases.map((database) => database.migrate('portfolio', migrations)));
    parts = databases.map((database) => assemble(embeddedContext(database, systemClock)));
    apps = await Promise.all(parts.map((each) => mountPortfolio(each)));
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.close()));
    await sql`drop schema ${sql.id(schema)} cascade`.execute(databases[0]!.as());
    await Promise.all(databases.map((database) => database.close()));
  });

  /** Somebody, by way of each replica. */
  const everywhere = (userId: string = randomUUID()) =>
    times(2, (i) => person(() => apps[i]!, userId)) as [Person, Person];
  const via = (anna: readonly Person[], i: number) => anna[i % anna.length]!;

  test('of ten who change one version of a portfolio one wins, and the others are told', async () => {
    const anna = everywhere();
    const { path } = await anna[0].portfolio();
    for (let version = 1; version <= ROUNDS; version += 1) {
      const headers = { 'if-match': `"${version}"` };
      const answers = await Promise.all(
        times(10, (i) =>
          via(anna, i).ask<Portfolio>('PATCH', path, { headers, body: { name: `name ${i}` } }),
        ),
      );
      expect(statusesOf(answers)).toEqual([200, ...times(9, () => 412)]);
      const won = answers.find(({ status }) => status === 200);
      expect((await anna[1].ask('GET', path)).data).toEqual(won?.data);
    }
  });

  test('of ten who change or remove one version of a transaction one wins, and nothing of the others is left', async () => {
    const anna = everywhere();
    const { path } = await anna[0].portfolio();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { data } = await anna[0].enter(path, DEPOSIT);
      const one = `${path}/transactions/${data.transaction_id}`;
      const headers = { 'if-match': '"1"' };
      const answers = await Promise.all(
        times(10, (i) =>
          i === 9
            ? via(anna, i).ask<Transaction>('DELETE', one, { headers })
            : via(anna, i).ask<Transaction>('PUT', one, {
                headers,
                body: { ...DEPOSIT, quantity: `${i + 1}` },
              }),
        ),
      );
      const lost = answers.filter(({ status }) => status === 412 || status === 404);
      expect(lost).toHaveLength(9);
      const [won] = answers.filter(({ status }) => status === 200);
      const now = await anna[1].ask<Transaction>('GET', one);
      expect(now.status === 404 ? null : now.data).toEqual(won?.data);
      await anna[0].ask('DELETE', one, { headers: { 'if-match': '*' } });
      expect(await anna[1].balances(path)).toEqual({});
    }
  });

  test('ten equal requests with one key are one, on both replicas', async () => {
    const anna = everywhere();
    const { path } = await anna[0].portfolio();
    for (let round = 1; round <= ROUNDS; round += 1) {
      const headers = { 'idempotency-key': `round-${round}` };
      const answers = await Promise.all(
        times(10, (i) => via(anna, i).enter(path, DEPOSIT, headers)),
      );
      expect(statusesOf(answers)).toEqual(times(10, () => 201));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(await anna[0].balances(path)).toEqual({ EUR: `${round * 5}` });
    }
  });

  test('all that is put in and removed at once is counted', async () => {
    const anna = everywhere();
    const { path } = await anna[0].portfolio();
    const counted = () =>
      parts[0]!.db
        .selectFrom('portfolios')
        .select('transaction_count')
        .where('id', '=', path.slice(1))
        .executeTakeFirst();
    const made = await Promise.all(times(20, (i) => via(anna, i).enter(path, DEPOSIT)));
    expect(await counted()).toEqual({ transaction_count: 20 });
    const headers = { 'if-match': '*' };
    const remove = (i: number) => `${path}/transactions/${made[i]?.data.transaction_id}`;
    await Promise.all([
      ...times(15, (i) => via(anna, i).ask('DELETE', remove(i), { headers })),
      ...times(5, (i) => via(anna, i).enter(path, DEPOSIT)),
    ]);
    expect(await counted()).toEqual({ transaction_count: 10 });
    expect(await anna[0].balances(path)).toEqual({ EUR: '50' });
  });

  test('of two requests with one key one is done, and the other is refused', async () => {
    const anna = everywhere();
    const { path } = await anna[0].portfolio();
    for (let round = 0; round < ROUNDS; round += 1) {
      const headers = { 'idempotency-key': `round-${round}` };
      const answers = await Promise.all(
        times(2, (i) => via(anna, i).enter(path, { ...DEPOSIT, quantity: `${i + 1}` }, headers)),
      );
      expect(statusesOf(answers)).toEqual([201, 409]);
    }
  });

  test('of ten who make the last portfolios at once as many get one as there is room for', async () => {
    const anna = everywhere();
    for (let i = 0; i < 97; i += 1) await via(anna, i).portfolio();
    const body = { name: 'last', base_currency: 'EUR' };
    const answers = await Promise.all(times(10, (i) => via(anna, i).ask('POST', '', { body })));
    expect(statusesOf(answers)).toEqual([201, 201, 201, ...times(7, () => 409)]);
  });

  test('what is put in while a portfolio is deleted is in it before, or refused', async () => {
    const anna = everywhere();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { path } = await anna[0].portfolio();
      const [gone, ...answers] = await Promise.all([
        anna[0].ask('DELETE', path),
        ...times(6, (i) => via(anna, i).enter(path, DEPOSIT)),
      ]);
      expect(gone.status).toBe(200);
      const taken = answers.filter(({ status }) => status === 201).length;
      expect(answers.filter(({ status }) => status === 404)).toHaveLength(6 - taken);
      await anna[1].ask('POST', `${path}/restore`);
      expect(await anna[1].balances(path)).toEqual(taken === 0 ? {} : { EUR: `${taken * 5}` });
      await anna[0].ask('DELETE', path);
    }
  });

  test('coins that are starred at once are all in the list, once each', async () => {
    const anna = everywhere();
    const body = { name: 'x' };
    const { data } = await anna[0].ask<Watchlist>('POST', '/api/watchlist', { body });
    const coin = (i: number) => `/api/watchlist/${data.watchlist_id}/coins/coin-${i % 10}`;
    const starred = await Promise.all(times(20, (i) => via(anna, i).ask('PUT', coin(i))));
    expect(statusesOf(starred)).toEqual(times(20, () => 200));
    await Promise.all(times(5, (i) => via(anna, i).ask('DELETE', coin(i))));
    const [now] = (await anna[1].ask<Watchlist[]>('GET', '/api/watchlist')).data;
    const coins = now?.coins.map(({ coin_id }) => coin_id).sort();
    expect(coins).toEqual(times(5, (i) => `coin-${i + 5}`));
    expect(now?.version).toBe(16);
  });

  test('lists that are made, moved and removed at once stand one behind the other', async () => {
    const anna = everywhere();
    const make = (i: number) =>
      via(anna, i).ask<Watchlist>('POST', '/api/watchlist', { body: { name: `list ${i}` } });
    const made = await Promise.all(times(22, make));
    expect(statusesOf(made)).toEqual([...times(20, () => 201), 409, 409]);
    const lists = made.filter(({ status }) => status === 201);
    const path = (i: number) => `/api/watchlist/${lists[i]?.data.watchlist_id}`;
    const headers = { 'if-match': '*' };
    await Promise.all([
      ...times(10, (i) =>
        via(anna, i).ask('PATCH', path(i), { headers, body: { position: 19 - i } }),
      ),
      ...times(5, (i) => via(anna, i).ask('DELETE', path(19 - i))),
      ...times(5, (i) => via(anna, i).ask('PUT', `${path(i)}/coins/bitcoin`)),
    ]);
    const left = (await anna[1].ask<Watchlist[]>('GET', '/api/watchlist')).data;
    expect(left.map(({ position }) => position)).toEqual(times(15, (i) => i));
    expect(left.filter(({ coins }) => coins.length === 1)).toHaveLength(5);
  });

  test('of ten who change one version of a watchlist one wins', async () => {
    const anna = everywhere();
    const body = { name: 'x' };
    const { data } = await anna[0].ask<Watchlist>('POST', '/api/watchlist', { body });
    const path = `/api/watchlist/${data.watchlist_id}`;
    const headers = { 'if-match': '"1"' };
    const answers = await Promise.all(
      times(10, (i) => via(anna, i).ask('PATCH', path, { headers, body: { name: `name ${i}` } })),
    );
    expect(statusesOf(answers)).toEqual([200, ...times(9, () => 412)]);
    const won = answers.find(({ status }) => status === 200);
    expect((await anna[1].ask('GET', path)).data).toEqual(won?.data);
  });

  test('amounts come back to the last digit, and are summed to it', async () => {
    const anna = everywhere();
    const { path } = await anna[0].portfolio();
    const digits = fc.tuple(
      fc.bigInt({ min: 1n, max: 10n ** 100n }),
      fc.bigInt({ min: 1n, max: 10n ** 90n }),
    );
    let sum = new Amount(0);
    await fc.assert(
      fc.asyncProperty(digits, async ([whole, part]) => {
        const quantity = `${whole}.${part.toString().padStart(91, '0')}`;
        const { data } = await anna[0].enter(path, { ...DEPOSIT, quantity });
        expect(new Amount(data.movements[0]?.amount ?? 0).eq(quantity)).toBe(true);
        const one = `${path}/transactions/${data.transaction_id}`;
        expect((await anna[1].ask('GET', one)).data).toEqual(data);
        sum = sum.plus(quantity);
        expect(await anna[1].balances(path)).toEqual({ EUR: sum.toFixed() });
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  test('the list is in the order of insertion where times are equal', async () => {
    const anna = everywhere();
    const { path } = await anna[0].portfolio();
    const made: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      made.unshift((await via(anna, i).enter(path, DEPOSIT)).data.transaction_id);
    }
    const page = (cursor: string) =>
      anna[1].ask<Transaction[]>('GET', `${path}/transactions?limit=3${cursor}`);
    const first = await page('');
    const second = await page(`&cursor=${first.meta.next_cursor}`);
    const third = await page(`&cursor=${second.meta.next_cursor}`);
    const listed = [...first.data, ...second.data, ...third.data];
    expect(listed.map(({ transaction_id }) => transaction_id)).toEqual(made);
    expect(third.meta.next_cursor).toBeNull();
  });
});
