import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseLogger } from './database-logger.ts';
import { runMigrations } from './migrate.ts';
import { ConnectionPool, type PostgresPoolOptions } from './postgres-pool.ts';
import { postgresServerDialect } from './postgres-server-dialect.ts';
import { migrationSettings } from './postgres-settings.ts';
import { schemaIntrospector } from './schema-introspector.ts';
import { DatabaseUnavailableError } from './unavailable-error.ts';

/** One lock for all owners and schemas of a server's database: of any number of processes one migrates at a time. */
const MIGRATION_LOCK = 7_130_021_002;
const LOOK_EVERY_MS = 100;
const ATTEMPTS = 3;

/**
 * Applies the migrations of `owner` on a connection of its own, whose end sets the lock free. What a lost connection
 * leaves is nothing: it is begun again.
 */
export async function migratePostgres(
  options: PostgresPoolOptions,
  logger: DatabaseLogger,
  owner: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await migrateOnce(options, logger, owner, migrations);
      return;
    } catch (error) {
      if (attempt >= ATTEMPTS || !isLost(error)) throw error;
    }
  }
}

async function migrateOnce(
  options: PostgresPoolOptions,
  logger: DatabaseLogger,
  owner: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const pool = new ConnectionPool({ ...options, settings: migrationSettings(options.settings) });
  const dialect = postgresServerDialect(pool);
  const db = new Kysely<unknown>({
    dialect: {
      ...dialect,
      createIntrospector: (kysely: Kysely<unknown>) => schemaIntrospector(kysely, options.schema),
    },
  });
  try {
    await db.connection().execute(async (connection) => {
      await takeLock(connection, () =>
        logger.debug({ owner }, 'another process migrates; waiting'),
      );
      await runMigrations(connection, owner, migrations);
    });
  } finally {
    await pool.end();
  }
}

/** Asks again and again: a server that says nothing would look the same as a lock that is never free. */
async function takeLock(db: Kysely<unknown>, onWait: () => void): Promise<void> {
  const query = sql<{ taken: boolean }>`select pg_try_advisory_lock(${MIGRATION_LOCK}) as taken`;
  for (let first = true; ; first = false) {
    const { rows } = await query.execute(db);
    if (rows[0]?.taken) return;
    if (first) onWait();
    await wait(LOOK_EVERY_MS);
  }
}

function isLost(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof DatabaseUnavailableError && cause.reason !== 'closed';
}
