import type {
  CompiledQuery,
  DatabaseConnection,
  Driver,
  QueryResult,
  TransactionSettings,
} from 'kysely';
import { isSafeToRepeat } from './safe-to-repeat.ts';
import { DatabaseUnavailableError } from './unavailable-error.ts';

/**
 * A driver that sends a read once more on a fresh connection when the first one broke under it, and likewise begins a
 * transaction on a fresh one. Only what comes first on a connection is repeated: from then on its user may count on
 * what was done there before.
 */
export class RepeatingDriver implements Driver {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new RepeatingConnection(this.#driver, await this.#driver.acquireConnection());
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return ours(connection).release();
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return ours(connection).begin(settings);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.commitTransaction(ours(connection).current);
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.rollbackTransaction(ours(connection).current);
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

function ours(connection: DatabaseConnection): RepeatingConnection {
  if (connection instanceof RepeatingConnection) return connection;
  throw new Error('The connection is of another driver.');
}

class RepeatingConnection implements DatabaseConnection {
  readonly #driver: Driver;
  #current: DatabaseConnection | undefined;
  #used = false;

  constructor(driver: Driver, connection: DatabaseConnection) {
    this.#driver = driver;
    this.#current = connection;
  }

  get current(): DatabaseConnection {
    if (!this.#current) throw new DatabaseUnavailableError('lost', 'The connection was lost.');
    return this.#current;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const run = () => this.current.executeQuery<R>(query);
    return this.#attempt(run, () => isSafeToRepeat(query.query));
  }

  begin(settings: TransactionSettings): Promise<void> {
    const run = () => this.#driver.beginTransaction(this.current, settings);
    return this.#attempt(run, () => true);
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    this.#used = true;
    return this.current.streamQuery<R>(query, chunkSize);
  }

  async release(): Promise<void> {
    const connection = this.#current;
    this.#current = undefined;
    if (connection) await this.#driver.releaseConnection(connection);
  }

  async #attempt<T>(run: () => Promise<T>, mayRepeat: () => boolean): Promise<T> {
    const first = !this.#used;
    this.#used = true;
    try {
      return await run();
    } catch (error) {
      const lost = error instanceof DatabaseUnavailableError && error.reason === 'lost';
      if (!first || !lost || !mayRepeat()) throw error;
    }
    await this.release();
    this.#current = await this.#driver.acquireConnection();
    return run();
  }
}
