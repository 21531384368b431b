import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dumpDatabase } from '../src/backup/dump.ts';
import { openBackup } from '../src/backup/load.ts';
import type { Database } from '../src/database.ts';

const run = (...statements: string[]): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/** Tables of every kind that there is in Tidemark; those with foreign keys sort before what they refer to. */
const OLD = {
  '0001': run(
    `create table zones (id uuid primary key, name text not null)`,
    `create table accounts (id uuid primary key references zones, amount numeric, ratio double precision,
       at timestamptz, day date, data jsonb, big bigint, flag boolean)`,
    `create table events (id bigint generated always as identity primary key, what text)`,
    `create table prices (at timestamptz not null, price numeric, primary key (at)) partition by range (at)`,
  ),
};
const NEW = {
  ...OLD,
  '0002': run(
    `alter table events add column length int`,
    `update events set length = length(what)`,
  ),
};
const OTHER = { '0001': run(`create table others (n int)`) };

const ODD_TEXT = 'a line\nanother\u2028one "quoted" \\ \t 漢字 🌊 #';
const CIRCUMSTANCES = {
  made_at: '2026-11-28T12:00:00.000Z',
  market: 'live',
  secret_print: null,
  owners: ['some-one', 'other'],
} as const;

async function fill(db: Kysely<unknown>): Promise<void> {
  const id = crypto.randomUUID();
  await sql`insert into zones values (${id}, ${ODD_TEXT})`.execute(db);
  await sql`insert into accounts values (${id}, 1.5000, 0.1::float8 + 0.2::float8, '2026-11-28T12:00:00.123456Z', '2026-11-28',
    ${JSON.stringify({ a: [1.0, null, ODD_TEXT] })}::text::jsonb, 9007199254740993, true)`.execute(
    db,
  );
  await sql`insert into zones select gen_random_uuid(), 'zone ' || n from generate_series(1, 2500) n`.execute(
    db,
  );
  await sql`insert into accounts (id, ratio, amount) select id, 'NaN', 'NaN' from zones where name = 'zone 1'`.execute(
    db,
  );
  await sql`insert into events (what) select 'event ' || n from generate_series(1, 40) n`.execute(
    db,
  );
  await sql`delete from events where id > 30`.execute(db);
  await sql`create table prices_20261128 partition of prices for values from ('2026-11-28') to ('2026-11-29')`.execute(
    db,
  );
  await sql`insert into prices values ('2026-11-28T01:00:00Z', 91000.10)`.execute(db);
}

const everything = async (db: Kysely<unknown>) => {
  const tables = ['zones', 'accounts', 'events', 'prices'];
  const rows = await Promise.all(
    tables.map((table) =>
      sql<{
        row: string;
      }>`select row_to_json(t)::text as row from ${sql.table(table)} t order by 1`.execute(db),
    ),
  );
  return Object.fromEntries(tables.map((table, i) => [table, rows[i]!.rows.map(({ row }) => row)]));
};
const without = (name: string, text: string) => text.replace(new RegExp(`,"${name}":[^,}]*`), '');

/** What a backup promises over the databases that `open` gives, each of them empty. */
export function describeBackup(name: string, open: () => Promise<Database>): void {
  describe(`backup of ${name}`, () => {
    let dir: string;
    let file: string;
    let source: Database;
    const opened: Database[] = [];
    const empty = async () => {
      const database = await open();
      opened.push(database);
      return database;
    };
    const OWNERS = new Map([
      ['some-one', OLD],
      ['other', OTHER],
    ]);
    const isEmpty = async (database: Database) => {
      const query = sql<{
        n: number;
      }>`select count(*)::int as n from pg_tables where schemaname = current_schema()`;
      return (await query.execute(database.as())).rows[0]?.n === 0;
    };

    beforeAll(async () => {
      dir = await mkdtemp(join(tmpdir(), 'tidemark-backup-'));
      file = join(dir, 'whole');
      source = await empty();
      await source.migrate('some-one', OLD);
      await source.migrate('other', OTHER);
      await fill(source.as());
      await dumpDatabase(source, file, CIRCUMSTANCES);
    });
    afterAll(async () => {
      for (const database of opened) await database.close();
      await rm(dir, { recursive: true, force: true });
    });

    test('what is brought back is what was there, to the last digit', async () => {
      const target = await empty();
      const { about, loadInto } = await openBackup(file, OWNERS);
      expect(about).toMatchObject({
        market: 'live',
        migrations: { 'some-one': ['0001'], other: ['0001'] },
      });
      const counts = await loadInto(target);
      expect(Object.fromEntries(counts)).toEqual({
        zones: 2501,
        accounts: 2,
        events: 30,
        prices: 1,
        others: 0,
      });
      expect(await everything(target.as())).toEqual(await everything(source.as()));
      await target.migrate('some-one', OLD);
    });

    test('numbers that were given are not given again', async () => {
      const target = await empty();
      await (await openBackup(file, OWNERS)).loadInto(target);
      const { rows } = await sql<{
        id: number;
      }>`insert into events (what) values ('new') returning id`.execute(target.as());
      expect(rows).toEqual([{ id: 41 }]);
    });

    test('tables that have changed since are brought up to date with their rows', async () => {
      const target = await empty();
      const owners = new Map([...OWNERS, ['some-one', NEW]]);
      await (await openBackup(file, owners)).loadInto(target);
      const { events = [] } = await everything(target.as());
      expect(events[0]).toContain('"length":7');
      expect(events.map((row) => without('length', row))).toEqual(
        (await everything(source.as())).events,
      );
    });

    test('it is of one moment, while others write', async () => {
      const db = source.as<unknown>();
      const over = new AbortController();
      const writing = (async () => {
        for (let n = 0; !over.signal.aborted && n < 5000; n += 1) {
          await db.transaction().execute(async (tx) => {
            const id = crypto.randomUUID();
            await sql`insert into zones values (${id}, 'written')`.execute(tx);
            await sql`insert into accounts (id) values (${id})`.execute(tx);
          });
        }
      })();
      const counts = await dumpDatabase(source, join(dir, 'moment'), CIRCUMSTANCES);
      over.abort();
      await writing;
      expect(counts.get('zones')! - 2501).toBe(counts.get('accounts')! - 2);
      const target = await empty();
      await (await openBackup(join(dir, 'moment'), OWNERS)).loadInto(target);
    });

    test('a database that has tables is refused, and left as it is', async () => {
      const before = await everything(source.as());
      const backup = await openBackup(file, OWNERS);
      await expect(backup.loadInto(source)).rejects.toThrow(/^The database is not empty \(it has /);
      expect(await everything(source.as())).toEqual(before);
    });

    test('a database without tables of ours makes no backup', async () => {
      const path = join(dir, 'nothing');
      await expect(dumpDatabase(await empty(), path, CIRCUMSTANCES)).rejects.toThrow(
        'nothing to back up',
      );
      await expect(stat(path)).rejects.toThrow('ENOENT');
    });

    test('the file is for this user alone, and one that is there is not written over', async () => {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      await expect(dumpDatabase(source, file, CIRCUMSTANCES)).rejects.toThrow('is there already');
    });

    test('a file that was cut off or changed anywhere is refused before anything is done', async () => {
      const bytes = await readFile(file);
      const broken = join(dir, 'broken');
      const positions = Array.from({ length: 40 }, (_, i) => Math.floor((bytes.length * i) / 40));
      for (const at of [...positions, 1, 17, 18, 20, bytes.length - 1, bytes.length - 66]) {
        const flipped = Buffer.from(bytes);
        flipped[at]! ^= 1;
        for (const content of [flipped, bytes.subarray(0, at)]) {
          await writeFile(broken, content);
          await expect(openBackup(broken, OWNERS)).rejects.toMatchObject({ name: 'BackupError' });
        }
      }
      await writeFile(broken, Buffer.concat([bytes, Buffer.from('\n')]));
      await expect(openBackup(broken, OWNERS)).rejects.toMatchObject({ name: 'BackupError' });
    });

    test('one of a newer Tidemark is refused, and says of what it is newer', async () => {
      const older = new Map([['some-one', OLD]]);
      await expect(openBackup(file, older)).rejects.toThrow(/newer Tidemark, .*\(other 0001\)/);
    });

    test('what cannot be brought in whole is not brought in at all', async () => {
      const target = await empty();
      const narrower = {
        '0001': run(
          ...[
            'zones (id uuid primary key, name varchar(30))',
            'accounts (id uuid)',
            'events (id bigint)',
            'prices (at timestamptz, price numeric) partition by range (at)',
          ].map((table) => `create table ${table}`),
        ),
      };
      const owners = new Map([...OWNERS, ['some-one', narrower]]);
      await expect((await openBackup(file, owners)).loadInto(target)).rejects.toThrow();
      expect(await isEmpty(target)).toBe(true);
    });
  });
}
