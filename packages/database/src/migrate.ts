import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/** One lock for all owners and schemas of a server's database: of any number of processes one migrates at a time. */
export const MIGRATION_LOCK = 7_130_021_002;

const HISTORY = '_migrations';

/** Names of the tables that migrations keep their history in, and lock: `%` stands for the owner. */
export const HISTORY_TABLES = [`%${HISTORY}`, `%${HISTORY}_lock`] as const;

export function historyTable(owner: string): string {
  return `${owner.replaceAll('-', '_')}${HISTORY}`;
}

/**
 * Applies the migrations of `owner` that are new, in the order of their names, all in one transaction: that of `db`, where it
 * is in one. With `last`, none that comes after it.
 * @throws the first failure, with the migration named; nothing is left of any of them
 */
export async function runMigrations(
  db: Kysely<unknown>,
  owner: string,
  migrations: Readonly<Record<string, Migration>>,
  last?: string,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: historyTable(owner),
    migrationLockTableName: `${historyTable(owner)}_lock`,
  });
  const { error, results } = await (last === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(last));
  if (!error) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  const which = failed ? `Migration ${failed}` : 'A migration';
  const why = error instanceof Error ? error.message : 'unknown error';
  throw new Error(`${which} of ${owner} failed: ${why}`, { cause: error });
}
