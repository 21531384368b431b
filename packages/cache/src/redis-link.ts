import { systemClock } from '@tidemark/clock/system-clock';
import { within } from '@tidemark/waiting/within';
import { ErrorReply } from 'redis';
import { makeRedisClient, type RedisClient } from './redis-client.ts';

/** What a cache needs of a logger; pino's fits. */
export interface CacheLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export const silentLogger: CacheLogger = { info: () => {}, warn: () => {} };

/** What a command answers when Redis could not be asked. */
export const AWAY = Symbol('away');

/** Longer no caller waits for a cache. */
const COMMAND_MS = 400;
const PING_MS = 2_000;
const CLOSE_MS = 1_000;

/**
 * The way to Redis. While it is away a command is answered at once, without being sent: when the connection is gone,
 * and from the first command on that had no answer in time until Redis answers a ping.
 */
export class RedisLink {
  readonly #client: RedisClient;
  readonly #place: string;
  readonly #logger: CacheLogger;
  readonly #refusals = new Set<string>();
  #opened = false;
  #closed = false;
  /** A command was not answered in time, and no ping since. */
  #silent = false;
  /** Why Redis is away; null while it is not, and before the first attempt has ended. */
  #away: string | null = null;
  /** Ends when the first attempt to connect has ended. */
  readonly #tried = Promise.withResolvers<undefined>();

  /** @throws Error when the address cannot be read */
  constructor(url: string, logger: CacheLogger) {
    this.#place = redisPlace(url);
    this.#logger = logger;
    this.#client = makeRedisClient(url);
    this.#client.on('error', (error: Error) => this.#went(reasonInWords(error)));
    this.#client.on('ready', () => this.#came());
  }

  /** Sends a command; AWAY when it cannot be sent, is not answered in time, or is refused. */
  async run<T>(send: (client: RedisClient) => Promise<T>): Promise<T | typeof AWAY> {
    this.#open();
    if (this.#closed || this.#silent || !this.#client.isReady) return AWAY;
    try {
      const answer = send(this.#client);
      if (await within(systemClock, COMMAND_MS, answer)) return await answer;
      this.#fellSilent();
      return AWAY;
    } catch (error) {
      if (error instanceof ErrorReply) this.#refused(error.message);
      return AWAY;
    }
  }

  /** @throws Error when Redis does not answer within 2 s, at once where it is known to be away */
  async ping(): Promise<void> {
    if (this.#closed) throw new Error('The cache was closed by this process.');
    this.#open();
    if (!this.#client.isReady && this.#away === null) {
      await within(systemClock, PING_MS, this.#tried.promise);
    }
    if (!this.#client.isReady) throw this.#unreachable(this.#away ?? 'no answer');
    const ping = within(systemClock, PING_MS, this.#client.ping());
    const answered = await ping.catch((error: unknown) => {
      throw this.#unreachable(reasonInWords(error));
    });
    if (!answered) throw this.#unreachable('no answer');
  }

  /** Waits a moment for what was sent. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#opened) return;
    await within(systemClock, CLOSE_MS, this.#client.close()).catch(() => undefined);
    this.#client.destroy();
  }

  #open(): void {
    if (this.#opened || this.#closed) return;
    this.#opened = true;
    // It goes on trying until it is closed, and tells of each failure through its `error` event.
    this.#client.connect().catch(() => undefined);
  }

  #fellSilent(): void {
    if (this.#silent) return;
    this.#silent = true;
    this.#went(`no answer within ${COMMAND_MS} ms`);
    this.#client.ping().then(
      () => this.#came(),
      () => undefined,
    );
  }

  #came(): void {
    this.#silent = false;
    this.#tried.resolve(undefined);
    if (this.#away !== null) this.#logger.info({}, `${this.#place} answers again`);
    this.#away = null;
  }

  #went(reason: string): void {
    this.#tried.resolve(undefined);
    if (this.#closed) return;
    if (this.#away === null) this.#logger.warn({ reason }, `${this.#place} is away`);
    this.#away = reason;
  }

  /** Redis answers, with a refusal: out of memory, read-only, loading. Each kind is told once. */
  #refused(message: string): void {
    const kind = message.split(' ', 1)[0] ?? '';
    if (this.#refusals.has(kind)) return;
    this.#refusals.add(kind);
    this.#logger.warn({ reason: message }, `${this.#place} refuses a command`);
  }

  #unreachable(reason: string): Error {
    return new Error(`${this.#place} does not answer: ${reason}.`);
  }
}

const IN_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  EHOSTUNREACH: 'no route to the host',
  ETIMEDOUT: 'no answer',
};

function reasonInWords(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && IN_WORDS[code]) ?? (message || (code ?? 'unknown reason'));
}

/**
 * Where a server is, for people to read: host, port and number of the database, never the credentials.
 * @throws Error when the address cannot be read; it does not repeat the address
 */
function redisPlace(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^rediss?:$/.test(parsed.protocol) || !/^(\/\d*)?$/.test(parsed.pathname)) {
    throw new Error('The address of Redis is not of the form redis://user:password@host:6379/0.');
  }
  return `Redis at ${parsed.hostname || 'localhost'}:${parsed.port || '6379'}${parsed.pathname}`;
}
