import { Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { copyCluster, markClusterComplete, prepareClusterDir } from './cluster-dir.ts';
import { checkDataDir } from './data-dir-check.ts';
import { DataDirError, explainFsError } from './data-dir-error.ts';
import type { Database, DatabaseLogger } from './database.ts';
import { runMigrations } from './migrate.ts';
import { WorkerClient } from './worker-client.ts';
import { workerDialect } from './worker-dialect.ts';

/** PostgreSQL in a thread of this process. */
export interface PgliteDatabase extends Database {
  /** Resolves with a readable error when the database can no longer be used, as when the disk is full. */
  readonly failed: Promise<Error>;
  /**
   * Copies the database, as it is now, into the folder `to`, where `openPgliteDatabase` can open it. Nothing else is asked
   * of the database meanwhile: it takes as long as copying its files does.
   */
  copyTo(to: string): Promise<void>;
}

/**
 * Opens the database in `dir`, and makes it on the first call, which takes seconds; with the folder of another,
 * closed one as `template` it is copied. One process at a time: hold `lockDataDir` before.
 * @throws DataDirError when the folder cannot be used
 */
export async function openPgliteDatabase(
  dir: string,
  options: { logger?: DatabaseLogger; template?: string } = {},
): Promise<PgliteDatabase> {
  await checkDataDir(dir);
  const clusterDir = await prepareClusterDir(dir, options).catch((error: unknown) => {
    throw error instanceof DataDirError ? error : explainFsError(error, dir);
  });
  const client = new WorkerClient(dir, { clusterDir }, options.logger);
  await client.opened.catch((error: unknown) => {
    throw error instanceof DataDirError ? error : unreadable(dir, error);
  });
  await markClusterComplete(dir);
  return new WorkerDatabase(client, dir);
}

function unreadable(dir: string, cause: unknown): DataDirError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `The database in ${dir} cannot be opened: ${why}. It is left as it is.`;
  return new DataDirError(message, { cause });
}

class WorkerDatabase implements PgliteDatabase {
  readonly failed: Promise<Error>;
  readonly #client: WorkerClient;
  readonly #dir: string;
  readonly #kysely: Kysely<unknown>;

  constructor(client: WorkerClient, dir: string) {
    this.#client = client;
    this.#dir = dir;
    this.failed = client.failed;
    this.#kysely = new Kysely({ dialect: workerDialect(client) });
  }

  as<Tables>(): Kysely<Tables> {
    return this.#kysely as Kysely<Tables>;
  }

  migrate(owner: string, migrations: Readonly<Record<string, Migration>>): Promise<void> {
    return runMigrations(this.#kysely, owner, migrations);
  }

  async ping(): Promise<void> {
    await sql`select 1`.execute(this.#kysely);
  }

  copyTo(to: string): Promise<void> {
    // Whoever has the one connection is alone with the files, which nothing but a statement changes.
    return this.#kysely.connection().execute(async (connection) => {
      await sql`checkpoint`.execute(connection);
      await copyCluster(this.#dir, to);
    });
  }

  async close(): Promise<void> {
    await this.#kysely.destroy();
    await this.#client.close();
  }
}
