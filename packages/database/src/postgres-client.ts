import { systemClock } from '@tidemark/clock/system-clock';
import { within } from '@tidemark/waiting/within';
import type { PoolClient } from 'pg';
import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { endsConnection, normalError, reasonInWords } from './postgres-error.ts';
import { DatabaseUnavailableError } from './unavailable-error.ts';

export interface ClientEvents {
  /** The server answered. */
  answered(): void;
  /** The connection is of no use any more. */
  broke(error: DatabaseUnavailableError): void;
  released(): void;
}

/** A connection of the pool, for as long as one user has it. */
export class PostgresClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  readonly #answerMs: number;
  readonly #events: ClientEvents;
  /** Why the connection is of no use any more. */
  #broken: DatabaseUnavailableError | undefined;
  readonly #onError = (error: Error): void => void this.#break('lost', reasonInWords(error));

  constructor(client: PoolClient, answerMs: number, events: ClientEvents) {
    this.#client = client;
    this.#answerMs = answerMs;
    this.#events = events;
    client.on('error', this.#onError);
  }

  /** @throws QueryError when PostgreSQL refuses the statement; DatabaseUnavailableError when it does not answer */
  query<R>(sql: string, parameters?: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(sql: unknown, parameters: readonly unknown[] = []): never {
    if (typeof sql !== 'string')
      throw new Error('This database does not stream; page through the rows.');
    return this.#run(sql, parameters) as never;
  }

  release(discard = false): void {
    this.#client.off('error', this.#onError);
    this.#client.release(discard || this.#broken !== undefined);
    this.#events.released();
  }

  /** Ends the connection, with what runs on it. */
  destroy(): void {
    this.#break('closed', 'the database is closed');
    this.#client.connection.stream.destroy();
  }

  async #run(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    if (this.#broken) return withoutConnection(sql, this.#broken);
    try {
      const result = await this.#answer(this.#client.query(sql, parameters.map(toParameter)));
      this.#events.answered();
      return result;
    } catch (error) {
      throw this.#explain(error);
    }
  }

  #explain(error: unknown): Error {
    if (endsConnection(error)) return this.#break('lost', reasonInWords(error));
    return this.#broken ?? normalError(error);
  }

  async #answer<T>(answer: Promise<T>): Promise<T> {
    if (await within(systemClock, this.#answerMs, answer)) return answer;
    throw this.#break('silent', `no answer within ${this.#answerMs} ms`);
  }

  #break(reason: 'lost' | 'silent' | 'closed', why: string): DatabaseUnavailableError {
    if (this.#broken) return this.#broken;
    const message = `The connection to PostgreSQL was lost: ${why}.`;
    this.#broken = new DatabaseUnavailableError(reason, message);
    this.#events.broke(this.#broken);
    return this.#broken;
  }
}

/** A server rolls back by itself what a lost connection had begun. */
function withoutConnection(sql: string, broken: DatabaseUnavailableError): unknown {
  if (sql === 'rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] };
  throw broken;
}

/** A Date goes as UTC; node-postgres would write it in the process' time zone. */
function toParameter(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
