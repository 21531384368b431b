import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/**
 * Applies the migrations of `owner` that are new, in the order of their names, all in one transaction.
 * @throws the first failure, with the migration named; nothing is left of any of them
 */
export async function runMigrations(
  db: Kysely<unknown>,
  owner: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const prefix = owner.replaceAll('-', '_');
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: `${prefix}_migrations`,
    migrationLockTableName: `${prefix}_migrations_lock`,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  const which = failed ? `Migration ${failed}` : 'A migration';
  const why = error instanceof Error ? error.message : 'unknown error';
  throw new Error(`${which} of ${owner} failed: ${why}`, { cause: error });
}
