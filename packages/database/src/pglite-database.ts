import { Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { markClusterComplete, prepareClusterDir } from './cluster-dir.ts';
import { checkDataDir } from './data-dir-check.ts';
import { explainFsError } from './data-dir-error.ts';
import type { Database } from './database.ts';
import type { DatabaseLogger } from './database-logger.ts';
import { runMigrations } from './migrate.ts';
import { WorkerClient } from './worker-client.ts';
import { WorkerDialect } from './worker-dialect.ts';

/** PostgreSQL in a thread of this process. */
export interface PgliteDatabase extends Database {
  /** Resolves with a readable error when the database can no longer be used, as when the disk is full. */
  readonly failed: Promise<Error>;
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
  const clusterDir = await prepareClusterDir(dir, options.template).catch((error: unknown) => {
    throw explainFsError(error, dir);
  });
  const client = new WorkerClient(dir, { clusterDir }, options.logger);
  await client.opened;
  await markClusterComplete(dir);
  return new WorkerDatabase(client);
}

class WorkerDatabase implements PgliteDatabase {
  readonly failed: Promise<Error>;
  readonly #client: WorkerClient;
  readonly #kysely: Kysely<unknown>;

  constructor(client: WorkerClient) {
    this.#client = client;
    this.failed = client.failed;
    this.#kysely = new Kysely({ dialect: new WorkerDialect(client) });
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

  async close(): Promise<void> {
    await this.#kysely.destroy();
    await this.#client.close();
  }
}
