import { randomUUID } from 'node:crypto';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ServiceName } from '@tidemark/contracts/services';
import { loadModules } from '../src/modules.ts';
import { STORING, tablesOf } from '../src/roles/owned-tables.ts';
import { databaseRoles } from '../src/roles/roles-command.ts';

const server = process.env['DATABASE_URL'];
const SCHEMA = 'public';
const FORBIDDEN = '42501';

/** Roles are the server's, and are gone with it; databases are of each test. */
const run = randomUUID().slice(0, 8);
const roleOf = (service: ServiceName) => `${service.replace('-', '_')}_${run}`;

describe.skipIf(server === undefined)('a database role for each service', () => {
  let name: string;
  const names: string[] = [];
  const addressOf = (user?: string) => {
    const address = new URL(server ?? '');
    address.pathname = `/${name}`;
    if (user !== undefined) Object.assign(address, { username: user, password: 'a password' });
    return address.href;
  };
  const as = async <T>(
    user: string | undefined,
    work: (database: PostgresDatabase) => Promise<T>,
  ): Promise<T> => {
    const database = new PostgresDatabase({ url: addressOf(user), schema: SCHEMA });
    return work(database).finally(() => database.close());
  };
  const onServer = async (statement: string) => {
    const admin = new PostgresDatabase({ url: server ?? '', schema: SCHEMA });
    await sql
      .raw(statement)
      .execute(admin.as())
      .finally(() => admin.close());
  };
  const giveRoles = () =>
    databaseRoles({
      DATABASE_URL: addressOf(),
      MARKET_DATA_DATABASE_URL: addressOf(roleOf('market-data')),
      USERS_DATABASE_URL: addressOf(roleOf('users')),
      ANALYTICS_DATABASE_URL: addressOf(roleOf('analytics')),
      PORTFOLIO_DATABASE_URL: addressOf(roleOf('portfolio')),
      SENTIMENT_DATABASE_URL: addressOf(roleOf('sentiment')),
      ALERTS_DATABASE_URL: addressOf(roleOf('alerts')),
    });
  /** As the processes of the services do at their start, in their roles or in one. */
  const migrateAll = async (userOf: (service: ServiceName) => string | undefined) => {
    for (const { name: service, migrations } of await loadModules([...STORING])) {
      const user = userOf(service as ServiceName);
      await as(user, (database) => database.migrate(service, migrations));
    }
  };
  const outcomeOf = (user: string, statement: string) =>
    as(user, (database) =>
      sql
        .raw(statement)
        .execute(database.as())
        .then(
          () => 'done',
          (error: unknown) => (error as { code?: string }).code,
        ),
    );

  beforeEach(async () => {
    name = `roles_${randomUUID().replaceAll('-', '')}`;
    names.push(name);
    await onServer(`create database ${name}`);
  });
  afterAll(async () => {
    for (const database of names) await onServer(`drop database ${database} with (force)`);
    for (const service of STORING) await onServer(`drop role if exists ${roleOf(service)}`);
  });
  beforeAll(() => expect(new Set(STORING.flatMap(tablesOf)).size).toBeGreaterThan(20));

  const expectApart = async () => {
    for (const reader of STORING) {
      for (const owner of STORING) {
        for (const table of tablesOf(owner)) {
          const reads = `select * from ${table} limit 1`;
          const outcome = await outcomeOf(roleOf(reader), reads);
          expect([reader, table, outcome]).toEqual([
            reader,
            table,
            reader === owner ? 'done' : FORBIDDEN,
          ]);
        }
      }
    }
    const market = roleOf('market-data');
    for (const statement of [
      'insert into users default values',
      "update users set role = 'admin'",
      'delete from sessions',
      'drop table users',
      'alter table users add column x int',
      `grant ${roleOf('users')} to ${market}`,
      `set role ${roleOf('users')}`,
    ]) {
      expect([statement, await outcomeOf(market, statement)]).toEqual([statement, FORBIDDEN]);
    }
  };

  test('each makes its tables itself, and neither reads nor changes those of another', async () => {
    expect(await giveRoles()).toContain('Each service has its role');
    await migrateAll(roleOf);
    await expectApart();
    const day = `create table prices_20261128 partition of prices
      for values from ('2026-11-28') to ('2026-11-29')`;
    expect(await outcomeOf(roleOf('market-data'), day)).toBe('done');
    expect(await outcomeOf(roleOf('analytics'), 'drop table prices_20261128')).toBe(FORBIDDEN);
  });

  test('a database of one role goes on working, and is divided up when it is asked for', async () => {
    await migrateAll(() => undefined);
    await as(undefined, (database) =>
      sql`create table prices_20261128 partition of prices
        for values from ('2026-11-28') to ('2026-11-29')`.execute(database.as()),
    );
    await giveRoles();
    await giveRoles();
    await migrateAll(roleOf);
    await expectApart();
    expect(await outcomeOf(roleOf('market-data'), 'drop table prices_20261128')).toBe('done');
  });

  test('every table that a service makes has an owner', async () => {
    await giveRoles();
    await migrateAll(roleOf);
    const { rows } = await as(undefined, (database) =>
      sql<{ tablename: string; tableowner: string }>`
        select tablename, tableowner from pg_tables where schemaname = ${SCHEMA}`.execute(
        database.as(),
      ),
    );
    const owners = new Map(rows.map(({ tablename, tableowner }) => [tablename, tableowner]));
    const expected = STORING.flatMap((service) =>
      tablesOf(service).map((table): [string, string] => [table, roleOf(service)]),
    );
    expect([...owners].sort()).toEqual(expected.sort());
  });

  test('two services in one role are refused', async () => {
    const same = addressOf(roleOf('users'));
    const refused = databaseRoles({
      DATABASE_URL: addressOf(),
      MARKET_DATA_DATABASE_URL: same,
      USERS_DATABASE_URL: same,
      ANALYTICS_DATABASE_URL: addressOf(roleOf('analytics')),
      PORTFOLIO_DATABASE_URL: addressOf(roleOf('portfolio')),
      SENTIMENT_DATABASE_URL: addressOf(roleOf('sentiment')),
      ALERTS_DATABASE_URL: addressOf(roleOf('alerts')),
    });
    await expect(refused).rejects.toThrow('name the same role');
  });
});
