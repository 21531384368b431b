import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POSTGRES_MAJOR } from '../src/cluster-dir.ts';
import { databaseTemplate } from '../src/database-template.ts';
import { openPgliteDatabase } from '../src/pglite-database.ts';

let root: string;
/** A closed data folder with an account in it. */
let whole: string;
let dir: string;
let count = 0;
const SECRET = 'a secret of the tests, over thirty-two characters\n';
const silent = { debug: () => {}, info: () => {} };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tidemark-partial-'));
  whole = join(root, 'whole');
  const database = await openPgliteDatabase(whole, { template: await databaseTemplate() });
  await sql`create table accounts (name text)`.execute(database.as());
  await sql`insert into accounts values ('anna')`.execute(database.as());
  await database.close();
  await writeFile(join(whole, 'instance.secret'), SECRET);
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(() => {
  dir = join(root, String((count += 1)));
});

/** Opens the folder, and says what came: the accounts, or the refusal. */
async function opened(warnings: string[] = []): Promise<string[] | Error> {
  const warn = (_: object, message: string) => void warnings.push(message);
  try {
    const template = await databaseTemplate();
    const database = await openPgliteDatabase(dir, { logger: { ...silent, warn }, template });
    const isThere = sql<{ is: boolean }>`select to_regclass('accounts') is not null as is`;
    const [first] = (await isThere.execute(database.as())).rows;
    const names = sql<{ name: string }>`select name from accounts`;
    const rows = first?.is ? (await names.execute(database.as())).rows : [];
    await database.close();
    return rows.map(({ name }) => name);
  } catch (error) {
    return error as Error;
  }
}

/** Every file of a folder, with its size. */
async function filesOf(path: string): Promise<string[]> {
  const all = await readdir(path, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

describe('a folder that was copied in part', () => {
  test.each([
    ['without its mark', ['initialised'], /not the file "initialised"/],
    [
      'without its mark and secret',
      ['initialised', 'instance.secret'],
      /not the file "initialised"/,
    ],
    ['with its secret alone', ['initialised', 'cluster'], /not the file "initialised"/],
    ['without its cluster', ['cluster'], /lacks a part of its database/],
    ['with its mark alone', ['cluster', 'instance.secret'], /lacks a part of its database/],
    ['without pg_control', ['cluster/global/pg_control'], /lacks .*cluster\/global\/pg_control/],
    ['without PG_VERSION', ['cluster/PG_VERSION'], /lacks .*cluster\/PG_VERSION/],
  ])('%s is refused in a sentence, and left as it is', async (_how, missing, sentence) => {
    await cp(whole, dir, { recursive: true });
    for (const name of missing) await rm(join(dir, name), { recursive: true });
    const before = await filesOf(dir);
    expect(await opened()).toMatchObject({
      name: 'DataDirError',
      message: expect.stringMatching(sentence),
    });
    expect(await filesOf(dir)).toEqual(before);
  });

  test('goes on once its mark is put back', async () => {
    await cp(whole, dir, { recursive: true });
    await rm(join(dir, 'initialised'));
    expect(await opened()).toBeInstanceOf(Error);
    await writeFile(join(dir, 'initialised'), '');
    expect(await opened()).toEqual(['anna']);
  });

  test('whatever is missing, what is there is kept: in its place, or aside', async () => {
    const parts = [
      'initialised',
      'instance.secret',
      'cluster/PG_VERSION',
      'cluster/global',
      'cluster/base',
      'cluster/pg_wal',
      'cluster/pg_xact',
    ];
    await fc.assert(
      fc.asyncProperty(fc.subarray(parts, { minLength: 1 }), async (missing) => {
        dir = join(root, String((count += 1)));
        await cp(whole, dir, { recursive: true });
        for (const name of missing) await rm(join(dir, name), { recursive: true, force: true });
        const before = (await filesOf(dir)).filter((name) => /base.\d+.\d+$|instance/.test(name));
        await opened();
        const after = (await filesOf(dir)).map((name) => name.replace(/\.aside-[^/]*/, ''));
        expect(after).toEqual(expect.arrayContaining(before));
        await rm(dir, { recursive: true });
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('a first start that was cut off', () => {
  test('is begun again', async () => {
    await mkdir(join(dir, 'cluster/base'), { recursive: true });
    await writeFile(join(dir, 'cluster/PG_VERSION'), '18\n');
    await writeFile(join(dir, 'initialising'), '');
    const warnings: string[] = [];
    expect(await opened(warnings)).toEqual([]);
    expect(warnings).toEqual([]);
    expect((await readdir(dir)).sort()).toEqual(['cluster', 'initialised']);
  });

  test('before anybody marked that it had begun: what it left is put aside, with a sentence', async () => {
    await mkdir(join(dir, 'cluster/base'), { recursive: true });
    await writeFile(join(dir, 'cluster/PG_VERSION'), '18\n');
    const warnings: string[] = [];
    expect(await opened(warnings)).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('put aside')]);
    const aside = (await readdir(dir)).find((name) => name.startsWith('cluster.aside-')) ?? '';
    expect(await readFile(join(dir, aside, 'PG_VERSION'), 'utf8')).toBe('18\n');
  });
});

test('a folder of another PostgreSQL is refused in a sentence that says the way out', async () => {
  await cp(whole, dir, { recursive: true });
  await writeFile(join(dir, 'cluster/PG_VERSION'), '17\n');
  expect(await opened()).toMatchObject({
    name: 'DataDirError',
    message: expect.stringMatching(
      /PostgreSQL 17, .* PostgreSQL 18\..*npm run backup.*npm run restore/,
    ),
  });
});

test('the PostgreSQL that is compared with is the one in this process', async () => {
  const made = join(await databaseTemplate(), 'cluster/PG_VERSION');
  expect((await readFile(made, 'utf8')).trim()).toBe(POSTGRES_MAJOR);
});
