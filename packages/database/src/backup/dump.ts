import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import {
  BackupError,
  MARK,
  RowDigest,
  type About,
  type End,
  type TableEnd,
} from './backup-lines.ts';
import { writeBackupFile } from './backup-file-writer.ts';
import { appliedMigrations, dataTables, usedSequences } from './table-catalog.ts';

/** Rows in memory at a time. */
const BATCH = 1_000;

/** What the database does not know of itself. */
export type Circumstances = Pick<About, 'made_at' | 'market' | 'secret_print'> & {
  /** Owners of tables. */
  owners: readonly string[];
};

/**
 * Writes all that is in the database, as it is at one moment, to a new file that this user alone may read.
 * @returns the rows of each table
 * @throws BackupError where there is nothing to write, or the file cannot be written
 */
export async function dumpDatabase(
  database: Database,
  path: string,
  circumstances: Circumstances,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  await database
    .as<unknown>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const about = await aboutOf(tx, circumstances);
      await writeBackupFile(path, lines(tx, about, counts));
    });
  return counts;
}

async function aboutOf(
  tx: Transaction<unknown>,
  { owners, ...circumstances }: Circumstances,
): Promise<About> {
  const migrations = await appliedMigrations(tx, owners);
  if (Object.keys(migrations).length === 0) {
    throw new BackupError(
      'There is nothing to back up: the database has no tables of Tidemark yet.',
    );
  }
  const version = await sql<{ server_version: string }>`show server_version`.execute(tx);
  const postgresql = version.rows[0]?.server_version ?? '';
  return { ...circumstances, postgresql, migrations, tables: await dataTables(tx) };
}

async function* lines(
  tx: Transaction<unknown>,
  about: About,
  counts: Map<string, number>,
): AsyncGenerator<string> {
  yield marked(about);
  for (const { name } of about.tables) {
    const total = new RowDigest();
    for await (const rows of batches(tx, name)) {
      for (const row of rows) total.add(row);
      yield rows.map((row) => `${row}\n`).join('');
    }
    counts.set(name, total.rows);
    yield marked({ table: name, rows: total.rows, digest: total.digest });
  }
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  yield marked({ sequences: await usedSequences(tx), rows });
}

function marked(value: About | TableEnd | End): string {
  return `${MARK}${JSON.stringify(value)}\n`;
}

/** The rows of a table, each as one line of JSON that PostgreSQL wrote and reads again: nothing of it is rounded here. */
async function* batches(tx: Kysely<unknown>, table: string): AsyncGenerator<string[]> {
  await sql`declare backup_rows no scroll cursor for
    select row_to_json(t)::text as row from ${sql.table(table)} t`.execute(tx);
  const fetch = sql<{ row: string }>`fetch forward ${sql.lit(BATCH)} from backup_rows`;
  for (;;) {
    const { rows } = await fetch.execute(tx);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`close backup_rows`.execute(tx);
}
