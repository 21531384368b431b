import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '@tidemark/clock/system-clock';
import { within } from '@tidemark/waiting/within';
import { Pool, type PoolClient } from 'pg';
import type { PostgresPool } from 'kysely';
import { PostgresClient } from './postgres-client.ts';
import { mayPass, normalError, reasonInWords } from './postgres-error.ts';
import { beginSession } from './postgres-session.ts';
import type { PostgresSettings } from './postgres-settings.ts';
import { POSTGRES_TYPES } from './postgres-types.ts';
import type { ServerWatch } from './server-watch.ts';
import { DatabaseUnavailableError } from './unavailable-error.ts';

export interface PostgresPoolOptions {
  url: string;
  schema: string;
  settings: PostgresSettings;
  watch: ServerWatch;
}

/** A connection that was idle for longer is asked whether it still answers, this long, before it is given out. */
const CHECK_AFTER_MS = 5_000;
const CHECK_MS = 1_000;
const IDLE_MS = 30_000;
const FIRST_PAUSE_MS = 50;
const LAST_PAUSE_MS = 500;

/** Connections to a server, made when they are asked for, and given out once they are known to be of use. */
export class ConnectionPool implements PostgresPool {
  readonly options = {};
  readonly #settings: PostgresSettings;
  readonly #watch: ServerWatch;
  readonly #pool: Pool;
  /** When each connection last answered. */
  readonly #answeredAt = new WeakMap<PoolClient, number>();
  readonly #inUse = new Set<PostgresClient>();
  /** Connections that were asked for and not given back. */
  #asked = 0;
  /** No more may be asked for. */
  #closed = false;
  /** None is given out any more. */
  #ended = false;
  #idle: PromiseWithResolvers<undefined> | undefined;

  constructor({ url, schema, settings, watch }: PostgresPoolOptions) {
    this.#settings = settings;
    this.#watch = watch;
    this.#pool = makePool(url, schema, settings);
    this.#pool.on('error', (error) => watch.broke(reasonInWords(error)));
  }

  /**
   * A connection; while the server is away it is tried again for a while.
   * @throws DatabaseUnavailableError when none could be had; QueryError when the server refuses this user
   */
  async connect({
    patienceMs = this.#settings.patienceMs,
    answerMs = this.#settings.answerMs,
  } = {}): Promise<PostgresClient> {
    if (this.#closed) throw closed();
    this.#asked += 1;
    try {
      return await this.#patiently(patienceMs, () => this.#usable(answerMs));
    } catch (error) {
      this.#gaveBack();
      throw error;
    }
  }

  /** Waits for `ms` at most until every connection was given back, then ends them all. */
  async end(ms = this.#settings.connectMs): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#asked > 0) {
      this.#idle = Promise.withResolvers();
      await within(systemClock, ms, this.#idle.promise);
    }
    this.#ended = true;
    const ended = this.#pool.end();
    for (const client of this.#inUse) client.destroy();
    if (this.#asked === 0) await ended;
  }

  async #patiently<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
    const from = performance.now();
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LAST_PAUSE_MS)) {
      try {
        return await attempt();
      } catch (error) {
        const failure = this.#explain(error);
        const since = Math.min(from, this.#watch.awaySince ?? from);
        const left = since + patienceMs - performance.now();
        if (this.#closed || !isPassing(failure) || left < pause) throw failure;
        await wait(pause);
      }
    }
  }

  /** Takes connections until one is of use; those that broke in silence are thrown away. */
  async #usable(answerMs: number): Promise<PostgresClient> {
    for (;;) {
      if (this.#ended) throw closed();
      const client = await this.#pool.connect();
      if (await this.#answers(client)) return this.#give(client, answerMs);
      client.release(true);
    }
  }

  #give(client: PoolClient, answerMs: number): PostgresClient {
    const given = new PostgresClient(client, answerMs, {
      answered: () => {
        this.#answeredAt.set(client, performance.now());
        this.#watch.answered();
      },
      broke: ({ message }) => this.#watch.broke(message),
      released: () => this.#takeBack(given),
    });
    this.#inUse.add(given);
    return given;
  }

  #takeBack(client: PostgresClient): void {
    this.#inUse.delete(client);
    this.#gaveBack();
  }

  #gaveBack(): void {
    this.#asked -= 1;
    if (this.#asked === 0) this.#idle?.resolve(undefined);
  }

  async #answers(client: PoolClient): Promise<boolean> {
    if (this.#ended) return false;
    const at = this.#answeredAt.get(client);
    if (at === undefined) {
      this.#answeredAt.set(client, performance.now());
      this.#watch.answered();
      return true;
    }
    if (at <= this.#watch.brokeAt) return false;
    if (performance.now() - at < CHECK_AFTER_MS) return true;
    return answersWithin(client, CHECK_MS);
  }

  #explain(error: unknown): Error {
    if (error instanceof DatabaseUnavailableError) return error;
    const { place } = this.#watch;
    const { poolSize, connectMs } = this.#settings;
    if (isWaitingTimeout(error) && this.#inUse.size >= poolSize) {
      const message = `All ${poolSize} connections to ${place} are in use; none came free within ${connectMs} ms.`;
      return new DatabaseUnavailableError('exhausted', message);
    }
    if (!mayPass(error)) return normalError(error);
    const reason = reasonInWords(error);
    this.#watch.unreachable(reason);
    return new DatabaseUnavailableError('unreachable', `${place} cannot be reached: ${reason}.`);
  }
}

function makePool(url: string, schema: string, settings: PostgresSettings): Pool {
  const pool = new Pool({
    connectionString: url,
    max: settings.poolSize,
    connectionTimeoutMillis: settings.connectMs,
    query_timeout: settings.answerMs + 1_000,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    fallback_application_name: 'tidemark',
    types: POSTGRES_TYPES,
    verify: (client, done) => void beginSession(client, schema, settings).then(() => done(), done),
  });
  // An error that nobody listens to would end the process; those who use a connection hear of it through their statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function answersWithin(client: PoolClient, ms: number): Promise<boolean> {
  return within(systemClock, ms, client.query('select 1')).catch(() => false);
}

function isPassing(error: Error): boolean {
  return error instanceof DatabaseUnavailableError && error.reason === 'unreachable';
}

function isWaitingTimeout(error: unknown): boolean {
  return error instanceof Error && /^timeout exceeded/.test(error.message);
}

function closed(): DatabaseUnavailableError {
  return new DatabaseUnavailableError('closed', 'The database was closed by this process.');
}
