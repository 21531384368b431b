import type {
  CompiledQuery,
  DatabaseConnection,
  Driver,
  QueryCompiler,
  QueryResult,
  TransactionSettings,
} from 'kysely';
import { isSafeToRepeat } from './safe-to-repeat.ts';
import { DatabaseUnavailableError } from './unavailable-error.ts';

type Compile = QueryCompiler['compileQuery'];

/**
 * A driver that sends a read once more on a fresh connection when the first one broke under it, and likewise begins a
 * transaction on a fresh one. Only what comes first on a connection is repeated: from then on its user may count on
 * what was done there before.
 */
export class RepeatingDriver implements Driver {
  readonly #driver: Driver;
  readonly #given = new Map<DatabaseConnection, RepeatingConnection>();

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = new RepeatingConnection(
      this.#driver,
      await this.#driver.acquireConnection(),
    );
    this.#given.set(connection, connection);
    return connection;
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const given = this.#ours(connection);
    this.#given.delete(connection);
    await given.release();
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#ours(connection).begin(settings);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.commitTransaction(this.#ours(connection).current);
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.rollbackTransaction(this.#ours(connection).current);
  }

  async savepoint(connection: DatabaseConnection, name: string, compile: Compile): Promise<void> {
    await this.#driver.savepoint?.(this.#ours(connection).current, name, compile);
  }

  async rollbackToSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: Compile,
  ): Promise<void> {
    await this.#driver.rollbackToSavepoint?.(this.#ours(connection).current, name, compile);
  }

  async releaseSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: Compile,
  ): Promise<void> {
    await this.#driver.releaseSavepoint?.(this.#ours(connection).current, name, compile);
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }

  #ours(connection: DatabaseConnection): RepeatingConnection {
    const ours = this.#given.get(connection);
    if (!ours) throw new Error('The connection was given back.');
    return ours;
  }
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
