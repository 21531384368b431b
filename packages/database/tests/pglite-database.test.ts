import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeDatabase } from '../src/database.contract.ts';
import { durableArguments, durableFiles } from '../src/durable-files.ts';
import { databaseTemplate } from '../src/database-template.ts';
import { openPgliteDatabase, type PgliteDatabase } from '../src/pglite-database.ts';

let dir: string;
const inDir = (name: string): string => join(dir, name);
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tidemark-database-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function using<T>(name: string, work: (database: PgliteDatabase) => Promise<T>): Promise<T> {
  const database = await openPgliteDatabase(inDir(name), { template: await databaseTemplate() });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const setting = async (database: PgliteDatabase, name: string) => {
  const query = sql<{ value: string }>`select current_setting(${name}) as value`;
  return (await query.execute(database.as<unknown>())).rows[0]?.value;
};

describeDatabase('PGlite database', async () =>
  openPgliteDatabase(inDir('contract'), { template: await databaseTemplate() }),
);

test('two databases from one template share nothing', async () => {
  const template = await databaseTemplate();
  const [a, b] = await Promise.all(
    ['a', 'b'].map((name) => openPgliteDatabase(inDir(name), { template })),
  );
  await sql`create table only_in_a (n int)`.execute(a!.as());
  await expect(sql`select * from only_in_a`.execute(b!.as())).rejects.toThrow('does not exist');
  await Promise.all([a!.close(), b!.close()]);
});

test('what was stored is there after a close and an open', async () => {
  await using('reopened', async (database) => {
    await sql`create table kept (n int)`.execute(database.as());
    await sql`insert into kept values (42)`.execute(database.as());
  });
  const rows = await using(
    'reopened',
    async (database) => (await sql<{ n: number }>`select n from kept`.execute(database.as())).rows,
  );
  expect(rows).toEqual([{ n: 42 }]);
});

test('a commit is answered once it is on the disk', async () => {
  await using('reopened', async (database) => {
    expect(await setting(database, 'fsync')).toBe('on');
    expect(await setting(database, 'wal_sync_method')).toBe('fsync');
    expect(await setting(database, 'synchronous_commit')).toBe('on');
    expect(await setting(database, 'full_page_writes')).toBe('on');
    expect(await setting(database, 'TimeZone')).toBe('UTC');
  });
});

test('each commit waits for an fsync of the machine', async () => {
  const cluster = inDir('counted');
  await cp(join(await databaseTemplate(), 'cluster'), cluster, { recursive: true });
  let synced = 0;
  const fs = durableFiles(cluster, () => (synced += 1));
  const pglite = await PGlite.create({ fs, startParams: durableArguments() });
  await pglite.exec('create table counted (n int)');
  const before = synced;
  for (let n = 0; n < 10; n += 1) await pglite.query('insert into counted values ($1)', [n]);
  expect(synced - before).toBeGreaterThanOrEqual(10);
  await pglite.close();
});

test('a query that runs long holds up no timer of this thread', async () => {
  await using('reopened', async (database) => {
    let longest = 0;
    let last = performance.now();
    const ticks = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const from = performance.now();
    await sql`select count(*) from generate_series(1, 3000000)`.execute(database.as());
    clearInterval(ticks);
    expect(longest).toBeLessThan((performance.now() - from) / 2);
  });
});

test('a copy has what was stored until then, and is a database of its own', async () => {
  await using('copied', async (database) => {
    await sql`create table counted (n int)`.execute(database.as());
    const writing = Array.from({ length: 200 }, (_, n) =>
      sql`insert into counted values (${n})`.execute(database.as()),
    );
    await writing[20];
    await Promise.all([database.copyTo(inDir('copy')), ...writing]);
    await sql`insert into counted values (200)`.execute(database.as());
  });
  const query = sql<{ n: number }>`select n from counted order by n`;
  const copied = await using('copy', async (copy) => (await query.execute(copy.as())).rows);
  expect(copied.length).toBeGreaterThanOrEqual(20);
  expect(copied.length).toBeLessThanOrEqual(200);
  expect(copied.map(({ n }) => n)).toEqual(copied.map((_, n) => n));
});

test('after a close every query is refused', async () => {
  const database = await openPgliteDatabase(inDir('reopened'));
  await database.close();
  await database.close();
  await expect(database.ping()).rejects.toThrow();
});

test('when the disk is full the database is given up, and says so', async () => {
  const template = await databaseTemplate();
  const database = await openPgliteDatabase(inDir('full'), { template });
  const refused = sql`do $$ begin raise 'no room' using errcode = 'disk_full'; end $$`;
  await expect(refused.execute(database.as())).rejects.toThrow('no room');
  expect((await database.failed).message).toMatch(/^The disk of the data folder .*full is full\.$/);
  await expect(database.ping()).rejects.toThrow('is full');
  await database.close();
});

test('a folder that cannot be used is refused in one sentence', async () => {
  await writeFile(inDir('file'), '');
  await expect(openPgliteDatabase(inDir('file'))).rejects.toThrow(
    /The data folder .*file cannot be used: it is not a directory\./,
  );
});
