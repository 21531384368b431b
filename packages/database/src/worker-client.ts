import { Worker } from 'node:worker_threads';
import { explainFatal } from './data-dir-error.ts';
import { silentLogger, type DatabaseLogger } from './database.ts';
import { QueryError } from './query-error.ts';
import type {
  ErrorFields,
  QueryAnswer,
  WorkerOptions,
  WorkerReply,
  WorkerRequest,
} from './worker-messages.ts';

interface Pending {
  resolve: (answer: QueryAnswer) => void;
  reject: (error: Error) => void;
}

type Unnumbered<R> = R extends { id: number } ? Omit<R, 'id'> : never;

/** Rows on their way through the thread; PostgreSQL's own memory is outside this. Unbounded, it would only collect later. */
const HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/** Talks to the thread that PostgreSQL runs in. Queries are answered in the order they are sent. ADR 0003. */
export class WorkerClient {
  readonly #opened = Promise.withResolvers<undefined>();
  readonly #failed = Promise.withResolvers<Error>();
  readonly #worker: Worker;
  readonly #dir: string;
  readonly #logger: DatabaseLogger;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #closing = false;
  #fatal: Error | undefined;

  /** `dir` is the folder that errors name. */
  constructor(dir: string, options: WorkerOptions, logger: DatabaseLogger = silentLogger) {
    this.#dir = dir;
    this.#logger = logger;
    this.#worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
      resourceLimits: HEAP,
      workerData: options,
    });
    this.#worker.on('message', (reply: WorkerReply) => this.#receive(reply));
    this.#worker.on('error', (error: Error) => this.#die(error));
    this.#worker.on('exit', () => this.#die(new Error('The database thread ended.')));
  }

  /** Resolves once the database is open; rejects with a readable error when it cannot be opened. */
  get opened(): Promise<unknown> {
    return this.#opened.promise;
  }

  /** Resolves with the error after which the database can no longer be used. */
  get failed(): Promise<Error> {
    return this.#failed.promise;
  }

  /** @throws QueryError when PostgreSQL refuses the query */
  query(sql: string, params: readonly unknown[]): Promise<QueryAnswer> {
    return this.#send({ sql, params });
  }

  /** Lets the queries in hand end, then closes the database. */
  async close(): Promise<void> {
    if (this.#closing || this.#fatal) return;
    const closed = this.#send({ close: true });
    this.#closing = true;
    await closed;
    await this.#worker.terminate();
  }

  #send(request: Unnumbered<WorkerRequest>): Promise<QueryAnswer> {
    if (this.#fatal) return Promise.reject(this.#fatal);
    if (this.#closing) return Promise.reject(new Error('The database is closed.'));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id });
    });
  }

  #receive(reply: WorkerReply): void {
    if (reply.kind === 'opened') this.#opened.resolve(undefined);
    else if (reply.kind === 'failed') this.#die(new QueryError(reply.error));
    else if (reply.kind === 'stderr') this.#hear(reply.text);
    else if (reply.kind === 'answer') this.#take(reply.id)?.resolve(reply);
    else this.#refuse(reply.id, reply.error);
  }

  #refuse(id: number, fields: ErrorFields): void {
    const error = new QueryError(fields);
    this.#take(id)?.reject(error);
    if (explainFatal(error, this.#dir)) this.#die(error);
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  #hear(text: string): void {
    this.#logger.debug({ postgres: text }, 'PostgreSQL says');
    if (/\bPANIC:/.test(text)) this.#die(new Error(text));
  }

  /** Nothing more can be asked of the database. */
  #die(cause: Error): void {
    if (this.#fatal || this.#closing) return;
    this.#fatal = explainFatal(cause, this.#dir) ?? cause;
    this.#opened.reject(this.#fatal);
    for (const { reject } of this.#pending.values()) reject(this.#fatal);
    this.#pending.clear();
    this.#failed.resolve(this.#fatal);
    void this.#worker.terminate();
  }
}
