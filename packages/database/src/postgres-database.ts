import { systemClock } from '@tidemark/clock/system-clock';
import { within } from '@tidemark/waiting/within';
import { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Database, silentLogger, type DatabaseLogger } from './database.ts';
import { migratePostgres } from './postgres-migrate.ts';
import { ConnectionPool, type PostgresPoolOptions } from './postgres-pool.ts';
import { postgresServerDialect } from './postgres-server-dialect.ts';
import { DEFAULT_SETTINGS, type PostgresSettings } from './postgres-settings.ts';
import { ServerWatch } from './server-watch.ts';
import { DatabaseUnavailableError } from './unavailable-error.ts';

export interface PostgresDatabaseOptions extends Partial<PostgresSettings> {
  /** `postgresql://user:password@host:5432/name`; `?sslmode=verify-full` for TLS. */
  url: string;
  /** The PostgreSQL schema that everything lives in; made when it is missing. */
  schema: string;
  logger?: DatabaseLogger;
}

const PING_MS = 2_000;

/** A PostgreSQL server. Connections are made when they are first needed, and again whenever they broke. */
export class PostgresDatabase implements Database {
  readonly #pool: ConnectionPool;
  readonly #poolOptions: PostgresPoolOptions;
  readonly #watch: ServerWatch;
  readonly #logger: DatabaseLogger;
  readonly #kysely: Kysely<unknown>;

  /** @throws Error when the address cannot be read */
  constructor({ url, schema, logger = silentLogger, ...settings }: PostgresDatabaseOptions) {
    this.#logger = logger;
    this.#watch = new ServerWatch(postgresPlace(url), logger);
    this.#poolOptions = {
      url,
      schema,
      settings: { ...DEFAULT_SETTINGS, ...settings },
      watch: this.#watch,
    };
    this.#pool = new ConnectionPool(this.#poolOptions);
    this.#kysely = new Kysely({ dialect: postgresServerDialect(this.#pool, schema) });
  }

  as<Tables>(): Kysely<Tables> {
    return this.#kysely as Kysely<Tables>;
  }

  migrate(owner: string, migrations: Readonly<Record<string, Migration>>): Promise<void> {
    return migratePostgres(this.#poolOptions, this.#logger, owner, migrations);
  }

  /** @throws DatabaseUnavailableError when the server has answered nobody within 2 s */
  async ping(): Promise<void> {
    const from = performance.now();
    if (await within(systemClock, PING_MS, this.#ask())) return;
    if (this.#watch.answeredAt > from) return;
    const message = `${this.#watch.place} does not answer within ${PING_MS} ms.`;
    throw new DatabaseUnavailableError('silent', message);
  }

  /** Waits a few seconds for the statements that run. */
  close(): Promise<void> {
    return this.#pool.end();
  }

  async #ask(): Promise<void> {
    const client = await this.#pool.connect({ patienceMs: 0, answerMs: PING_MS + 500 });
    try {
      await client.query('select 1');
    } finally {
      client.release();
    }
  }
}

/**
 * Where a server is, for people to read: host, port and name of the database, never the credentials.
 * @throws Error when the address cannot be read; it does not repeat the address
 */
function postgresPlace(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Error(
      'The address of PostgreSQL is not of the form postgresql://user:password@host:5432/name.',
    );
  }
  const host = parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname);
  return `PostgreSQL at ${host || 'localhost'}:${parsed.port || '5432'}${parsed.pathname}`;
}
