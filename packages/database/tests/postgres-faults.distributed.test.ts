import { setTimeout as wait } from 'node:timers/promises';
import { startTcpLine } from '@tidemark/testkit/distributed/tcp-line';
import { until } from '@tidemark/testkit/until';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { PostgresDatabase } from '../src/postgres-database.ts';
import { errorOf, serverUrl, timeOf, useServer, withItems } from './postgres-server.ts';

const LOST = { name: 'DatabaseUnavailableError', reason: 'lost', code: '08006' };

/** A table that is always there. */
interface Catalog {
  pg_namespace: { nspname: string };
}

/** Opens `count` connections of the pool and leaves them idle. */
async function warmUp(database: PostgresDatabase, count: number): Promise<void> {
  const work = Array.from({ length: count }, () => sql`select pg_sleep(0.05)`);
  await Promise.all(work.map((query) => query.execute(database.as())));
}

/** Ends the connections of `application`, as an administrator would; answers how many. */
async function terminate(by: PostgresDatabase, query = '%'): Promise<number> {
  const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'victim' and query like ${query}`.execute(
    by.as(),
  );
  return rows.length;
}

describe.skipIf(serverUrl === undefined)('PostgreSQL that goes away', () => {
  const server = useServer();
  const openVictim = (options: Parameters<typeof server.open>[0] = {}) => {
    const url = new URL(options.url ?? server.url);
    url.searchParams.set('application_name', 'victim');
    return server.open({ ...options, url: url.href });
  };

  /** Locks `items` in the victim's schema, so that what reads it waits until `unlock`. */
  async function lockItems(admin: PostgresDatabase) {
    const unlock = Promise.withResolvers<undefined>();
    const locked = Promise.withResolvers<undefined>();
    const done = admin
      .as()
      .transaction()
      .execute(async (trx) => {
        await sql`lock table items in access exclusive mode`.execute(trx);
        locked.resolve(undefined);
        await unlock.promise;
      });
    await locked.promise;
    return async () => {
      unlock.resolve(undefined);
      await done;
    };
  }

  /** A victim with a table, and an administrator in the same schema. */
  async function setUp() {
    const victim = openVictim({ schema: 'public' });
    const admin = server.open({ schema: 'public' });
    await sql`drop table if exists items`.execute(admin.as());
    const db = await withItems(victim);
    return { victim, admin, db };
  }

  /** The connection of the victim that waits for the lock, once there is one other than `known`. */
  async function waiting(admin: PostgresDatabase, known = 0): Promise<number> {
    const query = sql<{ pid: number }>`select pid from pg_stat_activity
      where application_name = 'victim' and wait_event_type = 'Lock' and pid <> ${known}`;
    let pid: number | undefined;
    await until('the victim to wait', async () => {
      pid = (await query.execute(admin.as())).rows[0]?.pid;
      return pid !== undefined;
    });
    return pid ?? 0;
  }

  test('idle connections that were ended fail no statement', async () => {
    const { victim, admin, db } = await setUp();
    await warmUp(victim, 8);
    expect(await terminate(admin)).toBe(8);
    const reads = Array.from({ length: 20 }, () => db.selectFrom('items').selectAll().execute());
    expect(await Promise.all(reads)).toHaveLength(20);
    await db.insertInto('items').values({ id: 1, name: null }).execute();
  });

  test('a read whose connection was ended is done on another one', async () => {
    const { admin, db } = await setUp();
    const unlock = await lockItems(admin);
    const reading = db.selectFrom('items').selectAll().orderBy('id').execute();
    const first = await waiting(admin);
    await terminate(admin, 'select * from "items"%');
    await waiting(admin, first);
    await unlock();
    expect(await reading).toEqual([]);
  });

  test('a read is repeated once, and then its error is told', async () => {
    const { admin, db } = await setUp();
    const unlock = await lockItems(admin);
    const reading = errorOf(db.selectFrom('items').selectAll().execute());
    const first = await waiting(admin);
    await terminate(admin, 'select * from "items"%');
    await waiting(admin, first);
    await terminate(admin, 'select * from "items"%');
    expect(await reading).toMatchObject(LOST);
    await unlock();
  });

  test('a write whose connection was ended is told so and never done twice', async () => {
    const { admin, db } = await setUp();
    const unlock = await lockItems(admin);
    const writing = errorOf(db.insertInto('items').values({ id: 1, name: null }).execute());
    await waiting(admin);
    await terminate(admin, 'insert into%');
    expect(await writing).toMatchObject(LOST);
    await unlock();
    expect(await db.selectFrom('items').selectAll().execute()).toEqual([]);
  });

  test('a read in a transaction is not repeated, and the transaction fails as a whole', async () => {
    const { admin, db } = await setUp();
    const work = db.transaction().execute(async (trx) => {
      await trx.insertInto('items').values({ id: 1, name: null }).execute();
      await terminate(admin, 'insert into%');
      await trx.selectFrom('items').selectAll().execute();
    });
    expect(await errorOf(work)).toMatchObject(LOST);
    expect(await db.selectFrom('items').selectAll().execute()).toEqual([]);
  });

  test('a transaction that is left alone is ended by the server, and told so', async () => {
    const database = openVictim({ idleTransactionMs: 100 });
    const work = database
      .as()
      .transaction()
      .execute(async (trx) => {
        await sql`select 1`.execute(trx);
        await wait(400);
        await sql`select 1`.execute(trx);
      });
    expect(await errorOf(work)).toMatchObject(LOST);
    await database.ping();
  });

  describe('behind a line that can be cut', () => {
    async function behindLine(options = {}) {
      const { host } = new URL(server.url);
      const line = await startTcpLine(host);
      onTestFinished(() => line.close());
      const url = new URL(server.url);
      url.host = `127.0.0.1:${line.port}`;
      return { line, database: openVictim({ url: url.href, ...options }) };
    }
    const SHORT = { answerMs: 600, connectMs: 600, patienceMs: 600 };
    const one = (database: PostgresDatabase): Promise<unknown> =>
      database.as<Catalog>().selectFrom('pg_namespace').select('nspname').limit(1).execute();

    test('a line that says nothing any more is noticed in time, and works again when it does', async () => {
      const { line, database } = await behindLine(SHORT);
      await warmUp(database, 3);
      line.stall();
      const error = errorOf(one(database));
      expect(await timeOf(() => error)).toBeLessThan(1_000);
      expect(await error).toMatchObject({ name: 'DatabaseUnavailableError', reason: 'silent' });
      expect(await timeOf(() => errorOf(one(database)))).toBeLessThan(2_500);
      await line.mend();
      await one(database);
      await database.ping();
    });

    test('a ping takes two seconds at most', async () => {
      const { line, database } = await behindLine();
      await database.ping();
      line.stall();
      const ping = errorOf(database.ping());
      expect(await timeOf(() => ping)).toBeLessThan(2_500);
      expect((await ping).message).toMatch(/^PostgreSQL at .* does not answer within 2000 ms\.$/);
    });

    test('a server that is away for a moment is waited for; for longer, it is not', async () => {
      const { line, database } = await behindLine({ patienceMs: 1_000 });
      await one(database);
      await line.cut();
      const early = one(database);
      await wait(300);
      await line.mend();
      await early;

      await line.cut();
      const late = errorOf(one(database));
      expect(await timeOf(() => late)).toBeLessThan(1_500);
      expect(await late).toMatchObject({ reason: 'unreachable', code: '08001' });
      expect((await late).message).toMatch(/cannot be reached: connection refused\.$/);
      expect(await timeOf(() => errorOf(one(database)))).toBeLessThan(200);
      await line.mend();
      await one(database);
    });

    test('it is logged once that the server went, and once that it came back', async () => {
      const logged: string[] = [];
      const log = (_: object, message: string) => void logged.push(message);
      const logger = { debug: () => undefined, info: log, warn: log };
      const { line, database } = await behindLine({ logger, patienceMs: 0 });
      await one(database);
      await line.cut();
      await expect.poll(() => errorOf(one(database))).toMatchObject({ reason: 'unreachable' });
      for (let i = 0; i < 5; i += 1) await errorOf(one(database));
      await line.mend();
      for (let i = 0; i < 5; i += 1) await one(database);
      expect(logged).toEqual([
        expect.stringMatching(/^PostgreSQL at .* cannot be reached$/),
        expect.stringMatching(/^PostgreSQL at .* answers again$/),
      ]);
    });
  });
});
