import { sql, type Transaction } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Database } from '../database.ts';
import { MIGRATION_LOCK, runMigrations } from '../migrate.ts';
import {
  BackupError,
  MARK,
  parseAbout,
  parseEnd,
  parseTableEnd,
  ROW_DIGEST,
  RowDigest,
  type About,
  type End,
} from './backup-lines.ts';
import { backupLines, checkBackupFile, type Extent } from './backup-file-reader.ts';
import { tableNames } from './table-catalog.ts';

/** Rows that go to the database in one statement. */
const BATCH = 1_000;

/** Migrations of each owner of tables. */
export type Owners = ReadonlyMap<string, Readonly<Record<string, Migration>>>;

/** A file that was read once and is whole. */
export interface CheckedBackup {
  about: About;
  /**
   * Brings all of it into a database that has no tables, or nothing: first the tables as they were, then the rows, then what
   * is newer of the tables.
   * @returns the rows of each table
   * @throws BackupError where the database has tables, or what came in is not what was in the file
   */
  loadInto(database: Database): Promise<Map<string, number>>;
}

/**
 * Checks a backup before anything is done with it.
 * @throws BackupError where it is cut off, changed, or newer than this Tidemark
 */
export async function openBackup(path: string, owners: Owners): Promise<CheckedBackup> {
  const extent = await checkBackupFile(path);
  const about = await firstOf(path, extent);
  requireKnown(about, owners);
  return {
    about,
    loadInto: (database) =>
      database
        .as<unknown>()
        .transaction()
        .execute(async (tx) => {
          await requireEmpty(tx);
          await migrateTo(tx, owners, about);
          const load = new Load(tx, about);
          for await (const lines of backupLines(path, extent)) await load.take(lines);
          const counts = await load.finish();
          for (const [owner, migrations] of owners) await runMigrations(tx, owner, migrations);
          return counts;
        }),
  };
}

async function firstOf(path: string, extent: Extent): Promise<About> {
  for await (const [line] of backupLines(path, extent)) return parseAbout(line ?? '');
  throw new BackupError(`${path} is empty.`);
}

function requireKnown({ migrations }: About, owners: Owners): void {
  const unknown = Object.entries(migrations).flatMap(([owner, names]) =>
    names.filter((name) => !(name in (owners.get(owner) ?? {}))).map((name) => `${owner} ${name}`),
  );
  if (unknown.length === 0) return;
  throw new BackupError(
    `The backup was made by a newer Tidemark, whose tables this one does not know (${unknown.join(', ')}). Use that one.`,
  );
}

/** Whoever starts meanwhile waits with the tables it would make. */
async function requireEmpty(tx: Transaction<unknown>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(tx);
  const names = await tableNames(tx);
  if (names.length === 0) return;
  throw new BackupError(
    `The database is not empty (it has ${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}). A backup is brought ` +
      'into an empty one alone: nothing is ever overwritten.',
  );
}

/** The tables as they were, so that what newer migrations do to rows is done to these too. */
async function migrateTo(tx: Transaction<unknown>, owners: Owners, about: About): Promise<void> {
  for (const [owner, migrations] of owners) {
    const last = about.migrations[owner]?.at(-1);
    if (last !== undefined) await runMigrations(tx, owner, migrations, last);
  }
  for (const { name, partitions } of about.tables) {
    for (const partition of partitions) {
      await sql`create table ${sql.table(partition.name)} partition of ${sql.table(name)}
        ${sql.raw(partition.bound)}`.execute(tx);
    }
  }
}

/** Takes the lines of a backup in, table by table. */
class Load {
  readonly #tx: Transaction<unknown>;
  readonly #tables: string[];
  readonly #counts = new Map<string, number>();
  #isFirst = true;
  #waiting: string[] = [];
  #total = new RowDigest();
  #end: End | null = null;

  constructor(tx: Transaction<unknown>, about: About) {
    this.#tx = tx;
    this.#tables = about.tables.map(({ name }) => name);
  }

  async take(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      if (this.#isFirst) this.#isFirst = false;
      else if (!line.startsWith(MARK)) await this.#row(line);
      else if (this.#tables.length > 0) await this.#tableEnd(line);
      else this.#end = parseEnd(line);
    }
  }

  async finish(): Promise<Map<string, number>> {
    if (this.#end === null) throw new BackupError('The backup has no end.');
    for (const { name, last } of this.#end.sequences) {
      await sql`select setval(${name}::text::regclass, ${last}::bigint)`.execute(this.#tx);
    }
    return this.#counts;
  }

  async #row(line: string): Promise<void> {
    this.#waiting.push(line);
    this.#total.add(line);
    if (this.#waiting.length >= BATCH) await this.#insert();
  }

  async #insert(): Promise<void> {
    const [table = ''] = this.#tables;
    const rows = `[${this.#waiting.splice(0).join(',')}]`;
    await sql`insert into ${sql.table(table)} overriding system value
      select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::text::json)`.execute(
      this.#tx,
    );
  }

  /** Counts and sums up what the table has now, against what was read and what was written. */
  async #tableEnd(line: string): Promise<void> {
    const { table, rows, digest } = parseTableEnd(line);
    if (this.#waiting.length > 0) await this.#insert();
    const { rows: found } = await sql<{ rows: number; digest: string }>`
      select count(*) as rows, ${sql.raw(ROW_DIGEST)} as digest from ${sql.table(table)} t`.execute(
      this.#tx,
    );
    const read = this.#total;
    const same = [read, found[0]].every((one) => one?.rows === rows && one.digest === digest);
    if (table !== this.#tables.shift() || !same) {
      throw new BackupError(
        `The rows of ${table} are not those that were backed up; nothing is kept.`,
      );
    }
    this.#counts.set(table, rows);
    this.#total = new RowDigest();
  }
}
