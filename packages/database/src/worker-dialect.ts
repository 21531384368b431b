import {
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
} from 'kysely';
import { WorkerDriver } from './worker-driver.ts';
import type { WorkerClient } from './worker-client.ts';

/**
 * Kysely on a database in a worker thread. There is one connection. PGliteAdapter says so, and Kysely then gives it to
 * one user at a time, for a whole transaction where there is one.
 */
export class WorkerDialect implements Dialect {
  readonly #client: WorkerClient;

  constructor(client: WorkerClient) {
    this.#client = client;
  }

  createAdapter(): DialectAdapter {
    return new PGliteAdapter();
  }

  createDriver(): Driver {
    return new WorkerDriver(this.#client);
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }
}
