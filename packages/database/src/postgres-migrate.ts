import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseLogger } from './database.ts';
import { MIGRATION_LOCK, runMigrations } from './migrate.ts';
import { ConnectionPool, type PostgresPoolOptions } from './postgres-pool.ts';
import { postgresServerDialect } from './postgres-server-dialect.ts';
import { migrationSettings } from './postgres-settings.ts';
import { DatabaseUnavailableError } from './unavailable-error.ts';

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
  const db = new Kysely<unknown>({ dialect: postgresServerDialect(pool, options.schema) });
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
