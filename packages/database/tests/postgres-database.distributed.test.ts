import { inspect } from 'node:util';
import { sql, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { describeDatabase } from '../src/database.contract.ts';
import { PostgresDatabase } from '../src/postgres-database.ts';
import { errorOf, serverUrl, timeOf, useServer, withItems } from './postgres-server.ts';

const SECRET = 'hunter2';

describe.skipIf(serverUrl === undefined)('PostgreSQL', () => {
  const server = useServer();

  describeDatabase(
    'server',
    async () => new PostgresDatabase({ url: server.url, schema: 'contract' }),
  );

  const setting = async (database: PostgresDatabase, name: string) => {
    const query = sql<{ value: string }>`select current_setting(${name}) as value`;
    return (await query.execute(database.as<unknown>())).rows[0]?.value;
  };

  test('a connection has its schema, its limits and UTC', async () => {
    const database = server.open({ schema: 'a b"c\'d' });
    expect(await setting(database, 'search_path')).toBe('"a b""c\'d"');
    expect(await setting(database, 'TimeZone')).toBe('UTC');
    expect(await setting(database, 'statement_timeout')).toBe('10s');
    expect(await setting(database, 'idle_in_transaction_session_timeout')).toBe('15s');
    expect(await setting(database, 'application_name')).toBe('tidemark');
    expect(await setting(database, 'synchronous_commit')).toBe('on');
  });

  test('a schema that is missing is made, by many who come at once', async () => {
    const schema = 'made at once';
    const many = Array.from({ length: 8 }, () => server.open({ schema, poolSize: 2 }));
    await Promise.all(many.flatMap((database) => [database.ping(), database.ping()]));
    await withItems(many[0]!);
    expect(
      await many[1]!.as<{ items: object }>().selectFrom('items').selectAll().execute(),
    ).toEqual([]);
  });

  test('two schemas of one database share nothing, their migrations neither', async () => {
    const [a, b] = [server.open(), server.open()];
    const migrations = {
      '0001-create': {
        up: async (db: Kysely<unknown>) => {
          await sql`create table things (n int)`.execute(db);
        },
      },
    };
    await a.migrate('owner', migrations);
    await sql`insert into things values (1)`.execute(a.as());
    await b.migrate('owner', migrations);
    expect((await sql`select * from things`.execute(b.as())).rows).toEqual([]);
  });

  test('nothing is connected before the first use', async () => {
    const database = new PostgresDatabase({
      url: 'postgresql://127.0.0.1:1/nobody',
      schema: 'public',
    });
    await database.close();
  });

  test('when every connection is in use the next is told so in time', async () => {
    const database = server.open({ poolSize: 2, connectMs: 300 });
    const gate = Promise.withResolvers<undefined>();
    const busy = [1, 2].map(() =>
      database
        .as()
        .transaction()
        .execute(() => gate.promise),
    );
    const third = errorOf(sql`select 1`.execute(database.as()));
    expect((await third).message).toMatch(
      /^All 2 connections to PostgreSQL at .* are in use; none came free within 300 ms\.$/,
    );
    gate.resolve(undefined);
    await Promise.all(busy);
    await sql`select 1`.execute(database.as());
  });

  test('more work than connections is done in turn', async () => {
    const database = server.open({ poolSize: 3 });
    const work = Array.from({ length: 60 }, () =>
      sql`select pg_sleep(0.01)`.execute(database.as()),
    );
    expect(await Promise.all(work)).toHaveLength(60);
    const count = sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where application_name = 'tidemark' and datname = current_database()`;
    expect((await count.execute(database.as())).rows[0]?.n).toBe(3);
  });

  test('a statement that takes too long is given up by the server', async () => {
    const database = server.open({ statementMs: 100 });
    const error = await errorOf(sql`select pg_sleep(10)`.execute(database.as()));
    expect(error).toMatchObject({ name: 'QueryError', code: '57014' });
    await database.ping();
  });

  test('closing waits for what runs, and then every query is refused', async () => {
    const database = server.open();
    const running = sql<{ n: number }>`select 1 as n, pg_sleep(0.3)`.execute(database.as());
    await sql`select 1`.execute(database.as());
    await database.close();
    expect((await running).rows[0]?.n).toBe(1);
    await database.close();
    await expect(database.ping()).rejects.toThrow('closed');
    await expect(sql`select 1`.execute(database.as())).rejects.toThrow('closed');
  });

  test('closing waits no longer than its time', async () => {
    const database = server.open({ connectMs: 300 });
    const running = errorOf(sql`select pg_sleep(5)`.execute(database.as()));
    await sql`select 1`.execute(database.as());
    expect(await timeOf(() => database.close())).toBeLessThan(1_500);
    expect(await running).toMatchObject({ name: 'DatabaseUnavailableError', reason: 'closed' });
  });

  test('a server without TLS is refused by a client that wants it', async () => {
    const url = `${server.url}?sslmode=verify-full`;
    await expect(server.open({ url }).ping()).rejects.toThrow('does not support SSL');
  });

  test.each([
    ['an address nobody listens at', `postgresql://me:${SECRET}@127.0.0.1:1/name`],
    ['a host that is not there', `postgresql://me:${SECRET}@nowhere.invalid/name`],
    ['an address that is none', `postgresql://me:${SECRET}@ho st:port`],
    ['an address of something else', `redis://me:${SECRET}@127.0.0.1`],
  ])('the password for %s is in no error and no log', async (_, url) => {
    const logged: unknown[] = [];
    const log = (...entry: unknown[]) => void logged.push(entry);
    const logger = { debug: log, info: log, warn: log };
    const error = await errorOf((async () => server.open({ url, logger, patienceMs: 0 }).ping())());
    expect(error.message).toMatch(/PostgreSQL/);
    expect(inspect([error, error.cause, logged], { depth: 9, showHidden: true })).not.toContain(
      SECRET,
    );
  });
});
