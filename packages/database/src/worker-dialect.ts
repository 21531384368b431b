import {
  AbortedTransactionError,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { WorkerClient } from './worker-client.ts';

/**
 * Kysely on a database in a worker thread. There is one connection. PGliteAdapter says so, and Kysely then gives it to
 * one user at a time, for a whole transaction where there is one.
 */
export function workerDialect(client: WorkerClient): Dialect {
  return {
    createAdapter: () => new PGliteAdapter(),
    createDriver: () => new WorkerDriver(client),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class WorkerDriver implements Driver {
  readonly #connection: WorkerConnection;

  constructor(client: WorkerClient) {
    this.#connection = new WorkerConnection(client);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(_: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await this.#connection.run(beginStatement(settings));
  }

  async commitTransaction(): Promise<void> {
    const command = await this.#connection.run('commit');
    if (command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  async rollbackTransaction(): Promise<void> {
    await this.#connection.run('rollback');
  }

  async destroy(): Promise<void> {}
}

class WorkerConnection implements DatabaseConnection {
  readonly #client: WorkerClient;

  constructor(client: WorkerClient) {
    this.#client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.#client.query(query.sql, query.parameters);
    return {
      rows: rows as R[],
      ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }),
    };
  }

  /** Runs a statement without parameters; answers its command tag. */
  async run(sql: string): Promise<string | undefined> {
    return (await this.#client.query(sql, [])).command;
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('This database does not stream; page through the rows.');
  }
}

function beginStatement({ isolationLevel, accessMode }: TransactionSettings): string {
  const level = isolationLevel ? `isolation level ${isolationLevel}` : '';
  return ['begin', level, accessMode ?? ''].filter(Boolean).join(' ');
}
